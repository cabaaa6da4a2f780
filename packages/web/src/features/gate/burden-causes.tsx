import type { BurdenBoard } from '@lianxin/contract/gate/burden-views'
import { DEMAND_KIND_NAMES } from '@lianxin/contract/gate/gate-process'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useBurdenWords } from './use-burden-words.ts'

/** The demands in force, the heaviest first: who asks for what, of how many, and how often. */
export const BurdenCauses = ({ demands }: Pick<BurdenBoard, 'demands'>) => {
  const { t, length, named } = useBurdenWords()
  const { locale } = usePreferences()
  const sorted = demands.toSorted((a, b) => b.minutesThisMonth - a.minutesThisMonth)
  const most = Math.max(1, ...sorted.map(({ minutesThisMonth }) => minutesThisMonth))
  return (
    <Card aria-labelledby="burden-causes">
      <h2 id="burden-causes">{t('causes')}</h2>
      {sorted.length === 0 && <EmptyState title={t('noCauses')}>{t('noCausesMore')}</EmptyState>}
      <ul className="lx-burden-causes">
        {sorted.map((demand) => (
          <li key={demand.id}>
            <div>
              <strong>{demand.title}</strong>
              <strong>{length(demand.minutesThisMonth)}</strong>
            </div>
            <span className="lx-burden-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * demand.minutesThisMonth) / most}%` }} />
            </span>
            <p>
              {[
                DEMAND_KIND_NAMES[demand.kind][locale === 'en' ? 'en' : 'zh'],
                named(demand),
                t('each', { minutes: demand.minutes, level: demand.level, frequency: demand.frequency }),
                t('communities', { count: demand.communities }),
                ...(demand.refused > 0 ? [t('refusedBy', { count: demand.refused })] : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
