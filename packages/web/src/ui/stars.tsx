import { Star } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useWords } from '../messages/words.ts'
import './choice.css'
import './field.css'
import { FieldError } from './field-error.tsx'
import { FieldLabel } from './field-label.tsx'

const SCORES = [1, 2, 3, 4, 5] as const

interface StarsProps {
  readonly label: string
  /** 1 (not at all) to 5 (very); null before the choice. */
  readonly value: number | null
  readonly onChange: (value: number) => void
  readonly error?: string | undefined
}

/** One tap on one of five; each star says its word, so that neither colour nor counting is needed. */
export const Stars = ({ label, value, onChange, error }: StarsProps) => {
  const t = useWords('ui')
  const [pointed, setPointed] = useState<number | null>(null)
  const shown = pointed ?? value
  return (
    <RadioGroup
      className="lx-field"
      orientation="horizontal"
      validationBehavior="aria"
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      isInvalid={error !== undefined}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className="lx-stars-row">
        <div className="lx-stars">
          {SCORES.map((score) => (
            <Radio
              key={score}
              value={String(score)}
              className="lx-star"
              aria-label={t('stars.word', { score })}
              data-lit={(shown !== null && score <= shown) || undefined}
              onHoverChange={(over) => setPointed(over ? score : null)}
            >
              <Star aria-hidden="true" />
            </Radio>
          ))}
        </div>
        <p className="lx-stars-word" aria-hidden="true">
          {shown === null ? '' : t('stars.word', { score: shown })}
        </p>
      </div>
      <FieldError>{error}</FieldError>
    </RadioGroup>
  )
}
