import { Radio } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** One closed list for each choice that the move asks for. */
export const ChoiceFields = ({ form, move }: MoveFieldProps) => {
  const say = useSay()
  return move.choices.map(({ choice, name, options }) => (
    <FieldFrame key={choice} field="choices" name={say.text(name)} form={form} required group>
      {() => (
        <Radio.Group
          className="choice-rows"
          value={form.draft.choices?.[choice] ?? null}
          onChange={(event) =>
            form.change({ choices: { ...form.draft.choices, [choice]: String(event.target.value) } })
          }
          options={options.map((one) => ({ value: one.option, label: say.text(one.name) }))}
        />
      )}
    </FieldFrame>
  ))
}
