import type { AdviceView } from '@lianxin/contract/whistle/advice-views'
import { useSay } from '../../../features/case/use-say.ts'
import { useAnswerAdvice } from '../../../features/whistle/use-called.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { CallLine } from './call-line.tsx'
import { LetterForm } from './letter-form.tsx'

const LEAST = 4

/** What was written, on which calls, and the answer; whoever heads the unit answers here. */
const Letter = ({ advice }: { readonly advice: AdviceView }) => {
  const t = useWords('whistle-desk')
  const say = useSay()
  const time = useTimeWords()
  const send = useAnswerAdvice()
  const { id, by, about, calls, words, writtenAt, dueAt, answer, answeredAt, overdue, mayAnswer } = advice
  return (
    <li className="advice">
      <h3>{t('advice.to', { by: say.name(by), about: say.name(about) })}</h3>
      <p className="desk-quiet">
        {t('advice.written', { at: time.point(writtenAt) })}
        {' · '}
        <span data-late={overdue || undefined}>
          {answeredAt === null
            ? t(overdue ? 'advice.overdue' : 'advice.due', { at: time.due(dueAt) })
            : t(overdue ? 'advice.answeredLate' : 'advice.answered', { at: time.point(answeredAt) })}
        </span>
      </p>
      <blockquote className="step-words">{words}</blockquote>
      <details>
        <summary>{t('advice.rests', { count: calls.length })}</summary>
        <ul>
          {calls.map((call) => (
            <li key={call.caseId}>
              <CallLine call={call} />
            </li>
          ))}
        </ul>
      </details>
      {answer !== null && (
        <>
          <h4>{t('advice.answer', { unit: say.name(about) })}</h4>
          <blockquote className="step-words">{answer}</blockquote>
        </>
      )}
      {mayAnswer && (
        <LetterForm
          label={t('advice.answerLabel')}
          least={LEAST}
          send={t('advice.answerSend')}
          pending={send.isPending}
          error={send.error}
          onSend={(text, commandId) => send.mutate({ id, words: text, commandId })}
        />
      )}
    </li>
  )
}

export const AdviceList = ({ rows }: { readonly rows: readonly AdviceView[] }) => {
  const t = useWords('whistle-desk')
  if (rows.length === 0) return <p>{t('advice.none')}</p>
  return (
    <ul className="advice-list">
      {rows.map((one) => (
        <Letter key={one.id} advice={one} />
      ))}
    </ul>
  )
}
