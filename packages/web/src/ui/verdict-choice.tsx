import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useWords } from '../messages/words.ts'
import { RadioCards } from './radio-cards.tsx'
import { Stars } from './stars.tsx'

export interface VerdictValue {
  readonly solved: boolean | null
  /** 1 to 5. */
  readonly satisfaction: number | null
}

interface VerdictChoiceProps {
  readonly value: VerdictValue
  readonly onChange: (value: VerdictValue) => void
  readonly errors?: { readonly solved?: string; readonly satisfaction?: string }
}

/** The resident's verdict in two taps: is it solved, and how did we do. */
export const VerdictChoice = ({ value, onChange, errors }: VerdictChoiceProps) => {
  const t = useWords('ui')
  return (
    <div className="lx-stack">
      <RadioCards
        label={t('verdict.solved')}
        columns={2}
        value={value.solved === null ? null : value.solved ? 'yes' : 'no'}
        onChange={(answer) => onChange({ ...value, solved: answer === 'yes' })}
        error={errors?.solved}
        cards={[
          { value: 'yes', label: t('verdict.yes'), icon: <ThumbsUp aria-hidden="true" /> },
          {
            value: 'no',
            label: t('verdict.no'),
            more: t('verdict.noMore'),
            icon: <ThumbsDown aria-hidden="true" />,
          },
        ]}
      />
      <Stars
        label={t('verdict.satisfied')}
        value={value.satisfaction}
        onChange={(satisfaction) => onChange({ ...value, satisfaction })}
        error={errors?.satisfaction}
      />
    </div>
  )
}
