import type { Frequency } from '@lianxin/contract/gate/burden'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'

interface Costed {
  readonly minutes: number
  readonly frequency: Frequency
  readonly level: 'community' | 'grid'
}

/** How a demand's cost is said: “12 分钟 × 131 个社区 × 每月 = 26.2 小时/月”. */
export const useGateWords = () => {
  const t = useWords('gate')
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const length = (minutes: number): string =>
    minutes >= 60
      ? t('cost.hours', { hours: number.format(minutes / 60) })
      : t('cost.minutes', { minutes: number.format(minutes) })
  return {
    t,
    length,
    /** Of one recipient. */
    each: ({ minutes, frequency, level }: Costed) => t('cost.each', { minutes, frequency, level }),
    /** Of all recipients, in an average month. */
    sum: ({ minutes, frequency, level }: Costed, recipients: number, aMonth: number) =>
      t('cost.sum', { minutes, frequency, level, recipients, amount: length(aMonth) }),
  }
}
