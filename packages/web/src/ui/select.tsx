import { ChevronDown, CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useWords } from '../messages/words.ts'
import './field.css'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

interface SelectProps {
  readonly label: string
  readonly options: readonly SelectOption[]
  /** Empty string when nothing is chosen yet. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  /** What stands there while nothing is chosen, instead of asking to choose. */
  readonly none?: string
  readonly disabled?: boolean
}

/** The system's own list: on a phone it is the large wheel that people know, and it costs nothing to download. */
export const Select = ({
  label,
  options,
  value,
  onChange,
  hint,
  error,
  optional,
  none,
  disabled,
}: SelectProps) => {
  const t = useWords('ui')
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim()
  return (
    <div className="lx-field">
      <label className="lx-label" htmlFor={id}>
        {label}
        {optional && <span className="lx-label-optional"> {t('field.optional')}</span>}
      </label>
      {hint && (
        <span className="lx-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="lx-select">
        <select
          id={id}
          className="lx-input"
          value={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{none ?? t('field.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
      {error && (
        <span className="lx-error" id={`${id}-error`}>
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </span>
      )}
    </div>
  )
}
