import { Link } from '@tanstack/react-router'
import { DoorClosed } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useGateOverdue } from '../../features/gate/use-gate.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'

/** Requests that the gatekeeper has not decided in time: to the district and to the department that asks. */
export const GateAlerts = () => {
  const t = useWords('desk')
  const say = useSay()
  const can = useMe().data?.can ?? []
  const may = can.includes('gate.view')
  const { data } = useGateOverdue(may)
  if (!may || !data || data.rows.length === 0) return null
  return (
    <section aria-labelledby="gate-alerts">
      <h2 id="gate-alerts">{t('alerts.gate')}</h2>
      <ul className="alerts">
        {data.rows.map(({ id, title, unit, dueAt }) => (
          <li key={id}>
            <Link to="/desk/gate/$id" params={{ id }} preload={false} className="alert" data-tone="overdue">
              <DoorClosed aria-hidden="true" />
              <span className="alert-words">
                <strong>{t('alerts.gateOverdue', { title, unit: say.name(unit) })}</strong>
                <span className="desk-quiet">
                  {t(can.includes('gate.decide') ? 'alerts.gateDecide' : 'alerts.gateNext')}
                </span>
              </span>
              {dueAt !== null && <Time at={dueAt} still />}
            </Link>
          </li>
        ))}
      </ul>
      {data.next !== null && (
        <p className="desk-quiet">
          {t('alerts.gateMore', { count: data.rows.length })}{' '}
          <Link to="/desk/gate">{t('alerts.gateAll')}</Link>
        </p>
      )}
    </section>
  )
}
