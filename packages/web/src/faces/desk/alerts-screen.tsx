import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { AlarmClock, AlarmClockOff, BellOff, Hourglass, UserX } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { byMatter } from '../../features/alert/by-matter.ts'
import { useAlerts } from '../../features/alert/use-alerts.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useGateOverdue } from '../../features/gate/use-gate.ts'
import { useRoutingAlerts } from '../../features/routing/use-routing.ts'
import { useAdviceWaiting } from '../../features/whistle/use-called.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'
import { AdviceAlerts } from './advice-alerts.tsx'
import { GateAlerts } from './gate-alerts.tsx'
import { Problem } from './problem.tsx'
import { RoutingAlerts } from './routing-alerts.tsx'
import './inbox/inbox-list.css'

const ICONS = {
  overdue: AlarmClockOff,
  rung: AlarmClock,
  ownerMissing: UserX,
  unitMissing: UserX,
  postVacant: UserX,
  supervisorMissing: UserX,
  heldUp: Hourglass,
} as const

/** What is overdue or has no owner; each alert opens its matter. */
export const AlertsScreen = () => {
  const t = useWords('desk')
  const say = useSay()
  const alerts = useAlerts()
  const me = useMe()
  const can = me.data?.can ?? []
  const advice = useAdviceWaiting(can.includes('whistle.readAdvice'))
  const routing = useRoutingAlerts(can.includes('routing.change'))
  const gate = useGateOverdue(can.includes('gate.view'))
  const asked = [
    me,
    alerts,
    ...(can.includes('whistle.readAdvice') ? [advice] : []),
    ...(can.includes('routing.change') ? [routing] : []),
    ...(can.includes('gate.view') ? [gate] : []),
  ]
  const failed = asked.filter(({ isError }) => isError)
  const count =
    (alerts.data?.length ?? 0) +
    (advice.data?.overdue.length ?? 0) +
    (routing.data?.length ?? 0) +
    (gate.data?.rows.length ?? 0)
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('alerts.heading')}</h1>
      <p className="desk-quiet">{t('alerts.what')}</p>
      <RoutingAlerts />
      <AdviceAlerts />
      <GateAlerts />
      {failed[0] && (
        <Problem error={failed[0].error} again={() => void Promise.all(failed.map((one) => one.refetch()))} />
      )}
      {asked.some(({ isPending }) => isPending) && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {/* That all is well is said only when everybody who was asked has said so. */}
      {asked.every(({ isSuccess }) => isSuccess) && count === 0 && (
        <div className="inbox-empty">
          <BellOff aria-hidden="true" />
          <p className="inbox-empty-title">{t('alerts.empty')}</p>
          <p>{t('alerts.emptyNext')}</p>
        </div>
      )}
      <ul className="alerts">
        {byMatter(alerts.data ?? []).map((about) => {
          const [alert] = about
          const Icon = ICONS[alert.kind]
          return (
            <li key={alert.caseId}>
              <Link
                to="/desk/case/$id"
                params={{ id: alert.caseId }}
                preload={false}
                className="alert"
                data-tone="overdue"
              >
                <Icon aria-hidden="true" />
                <span className="alert-words">
                  {about.map(({ id, sentence, unitName, unitNameEn }) => (
                    <span key={id}>
                      <strong>{say.text(sentence)}</strong>{' '}
                      {unitName && say.name({ name: unitName, nameEn: unitNameEn ?? '' })}
                    </span>
                  ))}
                  <span className="desk-quiet">
                    <span className="lx-whole">{alert.number}</span>
                    {[
                      '',
                      alert.itemName && say.name({ name: alert.itemName, nameEn: alert.itemNameEn ?? '' }),
                      say.community(alert),
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </span>
                <Time at={alert.raisedAt} still />
              </Link>
            </li>
          )
        })}
      </ul>
    </main>
  )
}
