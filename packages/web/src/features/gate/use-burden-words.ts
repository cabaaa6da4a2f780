import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'

/** Lengths of time as the burden page says them. */
export const useBurdenWords = () => {
  const t = useWords('burden')
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const english = locale === 'en'
  return {
    t,
    length: (minutes: number): string =>
      minutes >= 120
        ? t('hours', { hours: number.format(minutes / 60) })
        : t('minutes', { minutes: number.format(minutes) }),
    named: ({ unitName, unitNameEn }: { readonly unitName: string; readonly unitNameEn: string }) =>
      english ? unitNameEn : unitName,
    placed: ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
      english ? nameEn : name,
  }
}
