import { Link } from '@tanstack/react-router'
import { AlarmClock, Bell, TriangleAlert } from 'lucide-react'
import { useCounts } from '../../../features/case/use-case.ts'
import { useWords } from '../../../messages/words.ts'
import { serverTimeAt } from '../../../ui/server-time.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import './overview.css'

/** Beside the list when no matter is open: what presses today, each number opening its list. */
export const OverviewPane = () => {
  const t = useWords('desk')
  const times = useTimeWords()
  const { data: counts, dataUpdatedAt } = useCounts()
  return (
    <div className="overview">
      <h1>{t('overview.heading')}</h1>
      <p className="desk-quiet">
        {counts ? t('overview.asOf', { time: times.point(serverTimeAt(dataUpdatedAt)) }) : t('inbox.loading')}
      </p>
      <div className="overview-cards">
        <Link to="/desk" search={{ box: 'all', overdue: true }} className="overview-card" data-tone="overdue">
          <TriangleAlert aria-hidden="true" />
          <strong>{counts?.overdue ?? '–'}</strong>
          <span>{t('overview.overdue')}</span>
        </Link>
        <Link to="/desk" search={{ box: 'all', due: 'today' }} className="overview-card" data-tone="dueSoon">
          <AlarmClock aria-hidden="true" />
          <strong>{counts?.dueToday ?? '–'}</strong>
          <span>{t('overview.dueToday')}</span>
        </Link>
        <Link to="/desk/alerts" className="overview-card" data-tone="waiting">
          <Bell aria-hidden="true" />
          <strong>{counts?.alerts ?? '–'}</strong>
          <span>{t('overview.alerts')}</span>
        </Link>
      </div>
      <p className="overview-keys">
        {t('overview.keysBefore')} <kbd>j</kbd> <kbd>k</kbd> {t('overview.keysMove')} <kbd>Enter</kbd>{' '}
        {t('overview.keysOpen')} <kbd>?</kbd> {t('overview.keysHelp')}
      </p>
    </div>
  )
}
