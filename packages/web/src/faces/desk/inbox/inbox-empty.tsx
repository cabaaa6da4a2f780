import { Link } from '@tanstack/react-router'
import { Inbox, SearchX } from 'lucide-react'
import { type CaseFilter, narrowing, viewOf } from '../../../features/case/case-filter.ts'
import { useCounts } from '../../../features/case/use-case.ts'
import { useWords } from '../../../messages/words.ts'

/** An empty view says what will appear in it and where there is something to do. */
export const InboxEmpty = ({ filter }: { readonly filter: CaseFilter }) => {
  const t = useWords('desk')
  const counts = useCounts()
  const box = viewOf(filter)
  const narrowed = Object.keys(narrowing(filter)).length > 0
  const others = (['mine', 'unit', 'below'] as const).filter(
    (other) => other !== box && (counts.data?.[other] ?? 0) > 0,
  )
  const Icon = narrowed ? SearchX : Inbox
  return (
    <div className="inbox-empty">
      <Icon aria-hidden="true" />
      <p className="inbox-empty-title">{narrowed ? t('empty.narrowed') : t(`empty.${box}`)}</p>
      <p>{narrowed ? t('empty.narrowedNext') : t(`empty.${box}Next`)}</p>
      {narrowed ? (
        <Link to="." search={filter.box ? { box: filter.box } : {}}>
          {t('empty.clear')}
        </Link>
      ) : (
        others.map((other) => (
          <Link key={other} to="." search={other === 'mine' ? {} : { box: other }}>
            {t('empty.other', { view: t(`views.${other}`), count: counts.data?.[other] ?? 0 })}
          </Link>
        ))
      )}
    </div>
  )
}
