import { Link } from '@tanstack/react-router'
import { Route } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useRoutingAlerts } from '../../features/routing/use-routing.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'

/** Routing rules that lead nowhere, before the matters that are late because of them. Nothing where all is well. */
export const RoutingAlerts = () => {
  const t = useWords('desk')
  const say = useSay()
  const may = useMe().data?.can.includes('routing.change') ?? false
  const alerts = useRoutingAlerts(may)
  if (!may || !alerts.data || alerts.data.length === 0) return null
  return (
    <section aria-labelledby="routing-alerts">
      <h2 id="routing-alerts">{t('alerts.routing')}</h2>
      <ul className="alerts">
        {alerts.data.map((alert) => (
          <li key={alert.id}>
            <Link to="/desk/routing" preload={false} className="alert" data-tone="overdue">
              <Route aria-hidden="true" />
              <span className="alert-words">
                <strong>{say.text(alert.sentence)}</strong>
                <span className="desk-quiet">{t('alerts.rule', { number: alert.number })}</span>
              </span>
              <Time at={alert.raisedAt} still />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
