import { Link } from '@tanstack/react-router'
import { BOXES, type CaseFilter, viewOf } from '../../../features/case/case-filter.ts'
import { useCounts } from '../../../features/case/use-case.ts'
import { useWords } from '../../../messages/words.ts'

/** 我的 · 本单位 · 下级, each with how many matters wait there. */
export const InboxViews = ({ filter }: { readonly filter: CaseFilter }) => {
  const t = useWords('desk')
  const counts = useCounts()
  const current = viewOf(filter)
  return (
    <nav className="inbox-views" aria-label={t('views.label')}>
      {BOXES.map((box) => (
        <Link
          key={box}
          to="."
          search={{ ...(box === 'mine' ? {} : { box }), ...(filter.sort ? { sort: filter.sort } : {}) }}
          className="inbox-view"
          data-chosen={box === current || undefined}
          aria-current={box === current ? 'true' : undefined}
          activeProps={{}}
          title={t(`views.${box}Hint`)}
        >
          <span>{t(`views.${box}`)}</span>
          {box !== 'all' && <span className="inbox-count">{counts.data?.[box] ?? ''}</span>}
        </Link>
      ))}
    </nav>
  )
}
