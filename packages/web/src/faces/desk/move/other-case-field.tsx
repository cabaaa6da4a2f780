import { Radio } from 'antd'
import { useNearTo } from '../../../features/case/use-near-to.ts'
import { useNearWords } from '../../../features/near/use-near-words.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** Another open matter of the same kind: what is near in place, time and item, as the district's radius has it. */
export const OtherCaseField = ({ form, kase }: MoveFieldProps) => {
  const t = useWords('case')
  const say = useNearWords()
  const query = useNearTo(kase.id)
  const near = (query.data?.rows ?? []).filter(({ kind }) => kind === kase.kind)
  return (
    <FieldFrame
      field="otherId"
      form={form}
      required
      group
      {...(near.length === 0 && query.isSuccess ? { hint: t('other.none') } : {})}
    >
      {() => (
        <Radio.Group
          className="choice-rows"
          value={form.draft.otherId ?? null}
          onChange={(event) => form.change({ otherId: String(event.target.value) })}
          options={near.map((one) => {
            const { title, facts } = say(one)
            return {
              value: one.id,
              label: (
                <span className="other-case">
                  <strong>{title}</strong> <span className="desk-quiet">{facts}</span>
                </span>
              ),
            }
          })}
        />
      )}
    </FieldFrame>
  )
}
