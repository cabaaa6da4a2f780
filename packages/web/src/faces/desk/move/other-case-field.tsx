import { Radio } from 'antd'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** Another matter nearby of the same kind: the neighbours that the page shows already. */
export const OtherCaseField = ({ form, kase }: MoveFieldProps) => {
  const t = useWords('case')
  const times = useTimeWords()
  const near = kase.nearby.filter(({ kind }) => kind === kase.kind)
  return (
    <FieldFrame
      field="otherId"
      form={form}
      required
      group
      {...(near.length === 0 ? { hint: t('other.none') } : {})}
    >
      {() => (
        <Radio.Group
          className="choice-rows"
          value={form.draft.otherId ?? null}
          onChange={(event) => form.change({ otherId: String(event.target.value) })}
          options={near.map((one) => ({
            value: one.id,
            label: (
              <span className="other-case">
                <strong>{one.number}</strong> {one.excerpt}{' '}
                <span className="desk-quiet">{times.deadline(one.openedAt)}</span>
              </span>
            ),
          }))}
        />
      )}
    </FieldFrame>
  )
}
