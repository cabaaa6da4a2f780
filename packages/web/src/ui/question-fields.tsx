import { useWords } from '../messages/words.ts'
import { RadioCards } from './radio-cards.tsx'
import { TextField } from './text-field.tsx'

interface Question {
  readonly code: string
  readonly text: string
  readonly required: boolean
  /** Empty when it is answered in words. */
  readonly choices: readonly { readonly code: string; readonly text: string }[]
}
interface Answer {
  readonly question: string
  readonly choice?: string
  readonly words?: string
}

interface QuestionFieldsProps<A extends Answer> {
  readonly questions: readonly Question[]
  readonly answers: readonly A[]
  readonly onChange: (answers: readonly (A | Answer)[]) => void
  readonly errorOf: (code: string) => string | undefined
}

/** What an item asks of whoever reports it, one question after the other; nothing is answered beforehand. */
export const QuestionFields = <A extends Answer>({
  questions,
  answers,
  onChange,
  errorOf,
}: QuestionFieldsProps<A>) => {
  const t = useWords('ui')
  const put = (answer: Answer) =>
    onChange([...answers.filter((one) => one.question !== answer.question), answer])
  return questions.map(({ code, text, required, choices }) => {
    const answer = answers.find((one) => one.question === code)
    const label = required ? text : `${text} ${t('field.optional')}`
    return (
      <div key={code} data-field={`answers.${code}`}>
        {choices.length > 0 ? (
          <RadioCards
            label={label}
            value={answer?.choice ?? null}
            onChange={(choice) => put({ question: code, choice })}
            error={errorOf(code)}
            cards={choices.map((one) => ({ value: one.code, label: one.text }))}
          />
        ) : (
          <TextField
            label={text}
            optional={!required}
            value={answer?.words ?? ''}
            maxLength={200}
            autoComplete="off"
            error={errorOf(code)}
            onChange={(words) =>
              words === ''
                ? onChange(answers.filter((one) => one.question !== code))
                : put({ question: code, words })
            }
          />
        )}
      </div>
    )
  })
}
