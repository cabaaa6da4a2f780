import type { GateField } from '@lianxin/contract/gate/gate-draft'
import type { FormAnswers } from '@lianxin/contract/gate/gate-views'
import { Input, InputNumber, Radio, Select } from 'antd'
import { useId } from 'react'
import { useWords } from '../../../messages/words.ts'

/** The component library's own width goes before any sheet of ours. */
const FULL = { inlineSize: '100%' } as const

interface AnswerInputProps {
  readonly field: GateField
  readonly value: FormAnswers[string] | undefined
  readonly change: (value: FormAnswers[string] | undefined) => void
}

/** One field of a form, by its kind. */
export const AnswerInput = ({ field, value, change }: AnswerInputProps) => {
  const t = useWords('gate')
  const id = useId()
  if (field.kind === 'yesNo')
    return (
      <fieldset>
        <legend>{field.label}</legend>
        <Radio.Group
          value={value}
          onChange={(event) => change(event.target.value === true)}
          options={[
            { value: true, label: t('form.yes') },
            { value: false, label: t('form.no') },
          ]}
        />
      </fieldset>
    )
  return (
    <div className="gate-field">
      <label htmlFor={id}>{field.label}</label>
      {field.kind === 'number' && (
        <InputNumber
          style={FULL}
          id={id}
          min={0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next === null ? undefined : Number(next))}
        />
      )}
      {field.kind === 'text' && (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
      {field.kind === 'choice' && (
        <Select
          id={id}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => change(next ?? undefined)}
          options={field.options.map((option) => ({ value: option, label: option }))}
        />
      )}
      {field.kind === 'date' && (
        <input
          id={id}
          type="date"
          className="gate-date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </div>
  )
}
