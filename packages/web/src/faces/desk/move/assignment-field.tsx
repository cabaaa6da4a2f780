import { Radio } from 'antd'
import { useEffect } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** Which unit a decision is about; where there is one only, it is chosen already. */
export const AssignmentField = ({ form, move, kase }: MoveFieldProps) => {
  const say = useSay()
  const { change } = form
  const [only, another] = move.assignmentIds
  const single = another === undefined ? only : undefined
  useEffect(() => {
    if (single !== undefined) change({ assignmentId: single })
  }, [single, change])
  const options = kase.assignments
    .filter(({ id }) => move.assignmentIds.includes(id))
    .map(({ id, unit }) => ({ value: id, label: say.name(unit) }))
  return (
    <FieldFrame field="assignmentId" form={form} required group>
      {() => (
        <Radio.Group
          className="choice-rows"
          value={form.draft.assignmentId ?? null}
          onChange={(event) => change({ assignmentId: String(event.target.value) })}
          options={options}
        />
      )}
    </FieldFrame>
  )
}
