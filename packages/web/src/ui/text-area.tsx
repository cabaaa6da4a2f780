import type { ComponentProps, ReactNode } from 'react'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useWords } from '../messages/words.ts'
import './field.css'
import { FieldError } from './field-error.tsx'
import { FieldLabel } from './field-label.tsx'

export interface TextAreaProps
  extends Omit<ComponentProps<typeof AriaTextField>, 'children' | 'className' | 'isInvalid' | 'maxLength'> {
  readonly label: string
  readonly value: string
  /** Longest text that will be accepted, in characters. Longer text is kept and the excess told, never cut off. */
  readonly limit: number
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly placeholder?: string
  readonly rows?: number
}

export const TextArea = ({
  label,
  value,
  limit,
  hint,
  error,
  optional,
  placeholder,
  rows = 4,
  ...rest
}: TextAreaProps) => {
  const t = useWords('ui')
  const left = limit - [...value].length
  const over = left < 0
  const told = error ?? (over ? t('field.tooLong', { over: -left }) : undefined)
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      value={value}
      className="lx-field"
      isInvalid={told !== undefined}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      {hint && (
        <Text slot="description" className="lx-hint">
          {hint}
        </Text>
      )}
      <AriaTextArea className="lx-input" rows={rows} placeholder={placeholder ?? ''} />
      <FieldError>{told}</FieldError>
      {/* Spoken only near the end, so that it does not talk over every letter. */}
      <p className="lx-counter" data-over={over || undefined} aria-live={left <= 20 ? 'polite' : 'off'}>
        {t('field.left', { left: Math.max(left, 0) })}
      </p>
    </AriaTextField>
  )
}
