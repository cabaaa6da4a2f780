import type { Receipt } from '@lianxin/contract/case/case-commands'
import type { DeliberationPage } from '@lianxin/contract/deliberation/deliberation-views'
import { useWords } from '../../messages/words.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { Time } from '../../ui/time.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { ObjectionForm } from './objection-form.tsx'
import { useSaid } from './use-said.ts'

interface ObjectionsProps {
  readonly page: DeliberationPage
  readonly keepReceipt: (commandId: string, receipt: Receipt) => Promise<void>
}

/** What was answered to whoever objected, and a way to object while there is time. What they wrote is nobody else's. */
export const Objections = ({ page, keepReceipt }: ObjectionsProps) => {
  const t = useWords('deliberation')
  const say = useSaid()
  const times = useTimeWords()
  const { objections, objectUntil } = page
  if (objections.length === 0 && objectUntil === null) return null
  return (
    <section aria-labelledby="deliberation-objections">
      <h2 id="deliberation-objections">{t('objections.heading', { count: objections.length })}</h2>
      {objections.length > 0 && (
        <ul className="lx-deliberation-rows">
          {objections.map((one) => (
            <li key={one.id}>
              <span className="lx-deliberation-facts">
                <StateTag tone={one.tone} name={say.text(one.stateName)} />
                <span>
                  <Time at={one.raisedAt} as="point" />
                </span>
                {one.dueAt !== null && <span>{t('objections.due', { due: times.deadline(one.dueAt) })}</span>}
                {one.reply && <span>{say.text(one.reply)}</span>}
              </span>
              {one.answer && <p className="lx-deliberation-words">{one.answer}</p>}
            </li>
          ))}
        </ul>
      )}
      {objectUntil !== null && <ObjectionForm caseId={page.id} keepReceipt={keepReceipt} />}
    </section>
  )
}
