import { Link } from '@tanstack/react-router'
import { useReliability } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ReliabilityTable } from './reliability-table.tsx'
import './reliability.css'

/** Beside the rules: what suggestions are worth, for whoever decides on them. */
export const ReliabilityCard = () => {
  const t = useWords('routing')
  const view = useReliability().data
  if (!view) return null
  const isUsed = view.learntAt !== null && view.learntFrom >= view.minimumMatters
  return (
    <section className="routing-card" aria-labelledby="routing-reliability">
      <h2 id="routing-reliability">{t('reliability.heading')}</h2>
      {view.generated && (
        <Banner kind="warn" title={t('reliability.generated')} next={t('reliability.generatedNext')} />
      )}
      {isUsed ? (
        <div className="reliability-wide">
          <ReliabilityTable bins={view.bins} />
        </div>
      ) : (
        <p>
          {t('reliability.tooFew', { count: view.learntFrom, minimum: view.minimumMatters })}{' '}
          {t('reliability.tooFewNext')}
        </p>
      )}
      <p>
        <Link to="/desk/routing/reliability">{t('toReliability')}</Link>
      </p>
    </section>
  )
}
