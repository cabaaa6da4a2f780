import type { GateView } from '@lianxin/contract/gate/gate-views'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'

/** What happened, the latest first, with the reasons that were given. */
export const GateHistory = ({ history }: Pick<GateView, 'history'>) => {
  const t = useWords('gate')
  const say = useSay()
  const steps = history.map((step, index) => ({ ...step, key: `${step.at} ${index}` })).toReversed()
  return (
    <section className="gate-card" aria-labelledby="gate-history">
      <h2 id="gate-history">{t('history.heading')}</h2>
      <ol className="gate-history">
        {steps.map(({ key, at, move, unit, reason }) => (
          <li key={key}>
            <span>{t(`history.${move}`, { unit: unit ? say.name(unit) : '' })}</span>
            <Time at={at} />
            {reason && <p className="gate-words">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
