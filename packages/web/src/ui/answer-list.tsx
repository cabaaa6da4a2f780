import './answer-list.css'

interface AnswerListProps {
  /** Questions and answers in the language of the screen. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

/** What was asked when a matter was reported, and what was said. */
export const AnswerList = ({ answers }: AnswerListProps) =>
  answers.length === 0 ? null : (
    <dl className="lx-answers">
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
