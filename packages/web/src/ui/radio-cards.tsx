import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import './choice.css'
import './field.css'
import { FieldError } from './field-error.tsx'
import { FieldLabel } from './field-label.tsx'

export interface RadioCard {
  readonly value: string
  readonly label: string
  readonly more?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

interface RadioCardsProps {
  readonly label: string
  readonly cards: readonly RadioCard[]
  /** Null when nothing is chosen yet: nothing is chosen for anybody. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly columns?: 1 | 2
}

export const RadioCards = ({ label, cards, value, onChange, hint, error, columns = 1 }: RadioCardsProps) => (
  <RadioGroup
    className="lx-field"
    value={value}
    onChange={onChange}
    isInvalid={error !== undefined}
    validationBehavior="aria"
  >
    <FieldLabel>{label}</FieldLabel>
    {hint && (
      <Text slot="description" className="lx-hint">
        {hint}
      </Text>
    )}
    <div className="lx-cards" data-columns={columns}>
      {cards.map((card) => (
        <Radio
          key={card.value}
          value={card.value}
          className="lx-choice lx-card-choice"
          isDisabled={card.disabled === true}
        >
          <span className="lx-dot" aria-hidden="true" />
          {card.icon}
          <span className="lx-choice-words">
            {card.label}
            {card.more && <span className="lx-choice-more">{card.more}</span>}
          </span>
        </Radio>
      ))}
    </div>
    <FieldError>{error}</FieldError>
  </RadioGroup>
)
