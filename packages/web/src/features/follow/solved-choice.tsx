import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useWords } from '../../messages/words.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'

interface SolvedChoiceProps {
  readonly value: boolean | null
  readonly onChange: (solved: boolean) => void
  readonly error?: string | undefined
}

/** The one question that only the resident can answer. */
export const SolvedChoice = ({ value, onChange, error }: SolvedChoiceProps) => {
  const t = useWords('follow')
  return (
    <RadioCards
      label={t('move.judgeAsk')}
      columns={2}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
      error={error}
      cards={[
        { value: 'yes', label: t('move.solved'), icon: <ThumbsUp aria-hidden="true" /> },
        {
          value: 'no',
          label: t('move.notSolved'),
          more: t('move.notSolvedMore'),
          icon: <ThumbsDown aria-hidden="true" />,
        },
      ]}
    />
  )
}
