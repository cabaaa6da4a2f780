import { Radio } from 'antd'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** Who is asked to take it on, of those who can be. */
export const PersonField = ({ form, move }: MoveFieldProps) => (
  <FieldFrame field="personId" form={form} required group>
    {() => (
      <Radio.Group
        className="choice-rows"
        value={form.draft.personId ?? null}
        onChange={(event) => form.change({ personId: String(event.target.value) })}
        options={(move.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
  </FieldFrame>
)
