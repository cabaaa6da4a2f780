import type { DeliberationRow } from '@lianxin/contract/deliberation/deliberation-views'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { useSaid } from './use-said.ts'

/** One question in the list: what is asked, where it stands, and how long there is to object. */
export const DeliberationCard = ({ row }: { readonly row: DeliberationRow }) => {
  const t = useWords('deliberation')
  const say = useSaid()
  const times = useTimeWords()
  return (
    <article className="lx-deliberation-card">
      <h2>
        <Link to="/deliberations/$id" params={{ id: row.id }}>
          {row.proposal}
        </Link>
      </h2>
      <p className="lx-deliberation-facts">
        <StateTag tone={row.tone} name={say.text(row.stateName)} />
        <span>{say.place(row)}</span>
        {row.form && <span>{say.text(row.form)}</span>}
      </p>
      {row.objectUntil !== null && (
        <p className="lx-deliberation-until">
          {t('objectUntil', { until: times.deadline(row.objectUntil) })}
        </p>
      )}
    </article>
  )
}
