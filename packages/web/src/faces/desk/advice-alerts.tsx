import { Link } from '@tanstack/react-router'
import { MailWarning } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useAdviceWaiting } from '../../features/whistle/use-called.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'

/** Advice to heads of stationed units that was not answered in time: to the unit, to who wrote it, and to the district. */
export const AdviceAlerts = () => {
  const t = useWords('desk')
  const say = useSay()
  const may = useMe().data?.can.includes('whistle.readAdvice') ?? false
  const { data } = useAdviceWaiting(may)
  if (!may || !data || data.overdue.length === 0) return null
  return (
    <section aria-labelledby="advice-alerts">
      <h2 id="advice-alerts">{t('alerts.advice')}</h2>
      <ul className="alerts">
        {data.overdue.map(({ id, by, about, dueAt }) => (
          <li key={id}>
            <Link to="/desk/whistles" preload={false} className="alert" data-tone="overdue">
              <MailWarning aria-hidden="true" />
              <span className="alert-words">
                <strong>{t('alerts.adviceOverdue', { about: say.name(about), by: say.name(by) })}</strong>
                <span className="desk-quiet">{t('alerts.adviceNext')}</span>
              </span>
              <Time at={dueAt} still />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
