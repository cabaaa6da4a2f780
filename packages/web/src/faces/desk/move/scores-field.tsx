import { Radio } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const SCORES = [1, 2, 3, 4, 5]

/** Every aspect that the move asks to rate, from 1 to 5. */
export const ScoresField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const say = useSay()
  return move.scores.map(({ aspect, name }) => (
    <FieldFrame key={aspect} field="scores" name={say.text(name)} form={form} required group>
      {() => (
        <Radio.Group
          optionType="button"
          value={form.draft.scores?.[aspect] ?? null}
          onChange={(event) =>
            form.change({ scores: { ...form.draft.scores, [aspect]: Number(event.target.value) } })
          }
          options={SCORES.map((score) => ({ value: score, label: t('verdict.score', { score }) }))}
        />
      )}
    </FieldFrame>
  ))
}
