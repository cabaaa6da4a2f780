import { Radio } from 'antd'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

export const SolvedField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  return (
    <FieldFrame field="solved" form={form} required={move.needs.includes('solved')} group>
      {() => (
        <Radio.Group
          value={form.draft.solved ?? null}
          onChange={(event) => form.change({ solved: event.target.value === true })}
          options={[
            { value: true, label: t('verdict.solved') },
            { value: false, label: t('verdict.notSolved') },
          ]}
        />
      )}
    </FieldFrame>
  )
}

const SCORES = [1, 2, 3, 4, 5]

export const SatisfactionField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  return (
    <FieldFrame field="satisfaction" form={form} required={move.needs.includes('satisfaction')} group>
      {() => (
        <Radio.Group
          optionType="button"
          value={form.draft.satisfaction ?? null}
          onChange={(event) => form.change({ satisfaction: Number(event.target.value) })}
          options={SCORES.map((score) => ({ value: score, label: t('verdict.score', { score }) }))}
        />
      )}
    </FieldFrame>
  )
}
