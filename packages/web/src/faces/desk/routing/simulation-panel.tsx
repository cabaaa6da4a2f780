import type { RoutingDraft, SimulationReport } from '@lianxin/contract/routing/routing-views'
import type { Period } from '@lianxin/contract/routing/simulated-period'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { percentOf } from '../../../features/routing/percent-of.ts'
import { periods } from '../../../features/routing/periods.ts'
import { useSimulate, useSimulation } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'
import { SimulatedMatters } from './simulated-matters.tsx'
import { SimulatedShifts } from './simulated-shifts.tsx'
import './simulation.css'

interface SimulationPanelProps {
  readonly draft: RoutingDraft
  readonly version: number
}

/** Holds the saved draft against past matters: how many would have gone elsewhere, and which. */
export const SimulationPanel = ({ draft, version }: SimulationPanelProps) => {
  const t = useWords('routing')
  const [choices] = useState(() => periods(serverNow()))
  const [chosen, setChosen] = useState(0)
  const [asked, setAsked] = useState<Period | null>(
    draft.simulated && { from: draft.simulated.from, to: draft.simulated.to },
  )
  const report = useSimulation(version, asked)
  const period = choices[chosen]
  const simulate = useSimulate(() => undefined)
  return (
    <div className="routing-step">
      <h3>{t('simulate.heading')}</h3>
      <p className="desk-quiet">{t('simulate.what')}</p>
      <div className="routing-actions">
        <Select
          aria-label={t('simulate.period')}
          value={chosen}
          popupMatchSelectWidth={false}
          onChange={setChosen}
          options={choices.map(({ month }, value) => ({
            value,
            label: month
              ? t('simulate.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
              : t('simulate.last'),
          }))}
        />
        <Button
          type={draft.simulated ? 'default' : 'primary'}
          loading={simulate.isPending}
          onClick={() => {
            if (!period) return
            const { from, to } = period
            setAsked({ from, to })
            simulate.mutate({ seenVersion: version, from, to })
          }}
        >
          {t('simulate.do')}
        </Button>
      </div>
      {simulate.error && <Problem error={simulate.error} />}
      {report.error && <Problem error={report.error} again={() => void report.refetch()} />}
      {asked && report.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {report.data && <Report report={report.data} />}
    </div>
  )
}

const Report = ({ report }: { readonly report: SimulationReport }) => {
  const t = useWords('routing')
  const { matters, otherThanNow, otherThanReally, neverSent, unanswered } = report
  const shares = [
    ['otherThanNow', otherThanNow, matters],
    // What never went to anybody cannot have gone to somebody else.
    ['otherThanReally', otherThanReally, matters - neverSent],
    ['neverSent', neverSent, matters],
    ['unanswered', unanswered, matters],
  ] as const
  return (
    <>
      <dl className="routing-counts">
        <div>
          <dt>{t('simulate.count.matters')}</dt>
          <dd>{t('simulate.some', { count: matters })}</dd>
        </div>
        {shares.map(([name, count, of]) => (
          <div key={name}>
            <dt>{t(`simulate.count.${name}`)}</dt>
            <dd>
              {t('simulate.some', { count })}
              {of > 0 && <small>{t('simulate.share', { of, percent: percentOf(count, of) })}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <SimulatedShifts report={report} />
      {matters === 0 ? <p>{t('simulate.noMatters')}</p> : <SimulatedMatters report={report} />}
    </>
  )
}
