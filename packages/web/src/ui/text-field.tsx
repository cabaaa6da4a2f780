import type { ComponentProps, ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import './field.css'
import { FieldError } from './field-error.tsx'
import { FieldLabel } from './field-label.tsx'

export interface TextFieldProps
  extends Omit<ComponentProps<typeof AriaTextField>, 'children' | 'className' | 'isInvalid'> {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong and how to mend it, in the language of the screen. */
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly placeholder?: string
  /** A control inside the right edge, e.g. “show the password”. */
  readonly action?: ReactNode
}

export const TextField = ({ label, hint, error, optional, placeholder, action, ...rest }: TextFieldProps) => (
  <AriaTextField validationBehavior="aria" {...rest} className="lx-field" isInvalid={error !== undefined}>
    <FieldLabel optional={optional}>{label}</FieldLabel>
    {hint && (
      <Text slot="description" className="lx-hint">
        {hint}
      </Text>
    )}
    <div className="lx-input-wrap">
      <Input className="lx-input" placeholder={placeholder ?? ''} />
      {action}
    </div>
    <FieldError>{error}</FieldError>
  </AriaTextField>
)
