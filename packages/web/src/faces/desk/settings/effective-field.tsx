import { earliest } from '@lianxin/contract/rules/effective-versions'
import { Input, Radio } from 'antd'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'

interface EffectiveFieldProps {
  /** Null: as soon as it can be; undefined: a time is wanted and not yet given. */
  readonly value: number | null | undefined
  readonly change: (value: number | null | undefined) => void
}

/** From when a decision counts: at once, which is the next full minute, or from a time on. */
export const EffectiveField = ({ value, change }: EffectiveFieldProps) => {
  const t = useWords('setting')
  const soon = value === null
  return (
    <div className="rule-field">
      <span className="rule-label">{t('effective.label')}</span>
      <div className="rule-effective">
        <Radio.Group
          aria-label={t('effective.label')}
          value={soon ? 'soon' : 'later'}
          onChange={(event) => change(event.target.value === 'soon' ? null : undefined)}
          options={[
            { value: 'soon', label: t('effective.soon') },
            { value: 'later', label: t('effective.later') },
          ]}
        />
        {!soon && (
          <Input
            type="datetime-local"
            aria-label={t('effective.at')}
            min={toDayInput(earliest(serverNow()))}
            defaultValue={value === undefined ? '' : toDayInput(value)}
            onChange={(event) => change(fromDayInput(event.target.value))}
          />
        )}
      </div>
    </div>
  )
}
