import { CLOCK_KIND_WORDS, type Limit } from '@lianxin/contract/setting/setting'
import { InputNumber, Select } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface LimitControlsProps {
  /** What has the limit. */
  readonly name: string
  readonly limit: Limit
  readonly change: (limit: Limit) => void
  readonly isWrong: boolean
}

/** How much, and counted in what: one limit in one line. */
export const LimitControls = ({ name, limit, change, isWrong }: LimitControlsProps) => {
  const t = useWords('setting')
  const say = useSay()
  const status = isWrong ? { status: 'error' as const } : {}
  return (
    <>
      <span>{name}</span>
      <InputNumber
        {...status}
        aria-label={name}
        min={0.5}
        step={1}
        value={limit.amount}
        onChange={(amount) => amount !== null && change({ ...limit, amount })}
      />
      <Select
        {...status}
        aria-label={t('steps.countedIn', { step: name })}
        value={limit.kind}
        popupMatchSelectWidth={false}
        options={Object.entries(CLOCK_KIND_WORDS).map(([kind, words]) => ({
          value: kind,
          label: say.text(words),
        }))}
        onChange={(kind) => change({ ...limit, kind: kind as Limit['kind'] })}
      />
    </>
  )
}
