import { Radio } from 'antd'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const LEVELS = [1, 2, 3, 4, 5]

export const LevelField = ({ form, move, kase }: MoveFieldProps) => {
  const t = useWords('case')
  return (
    <FieldFrame field="level" form={form} required={move.needs.includes('level')} group>
      {() => (
        <Radio.Group
          optionType="button"
          value={form.draft.level ?? kase.level}
          onChange={(event) => form.change({ level: Number(event.target.value) })}
          options={LEVELS.map((level) => ({ value: level, label: t('level', { level }) }))}
        />
      )}
    </FieldFrame>
  )
}
