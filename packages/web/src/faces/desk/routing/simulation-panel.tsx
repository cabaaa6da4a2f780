import type { RoutingDraft, SimulationReport } from '@lianxin/contract/routing/routing-views'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { periods } from '../../../features/routing/periods.ts'
import { type Period, useSimulate, useSimulation } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/now.ts'
import { Problem } from '../problem.tsx'
import { SimulatedMatters } from './simulated-matters.tsx'

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
  return (
    <>
      <dl className="routing-counts">
        {(
          [
            ['matters', matters],
            ['otherThanNow', otherThanNow],
            ['otherThanReally', otherThanReally],
            ['neverSent', neverSent],
            ['unanswered', unanswered],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`simulate.count.${name}`)}</dt>
            <dd>{t('simulate.some', { count })}</dd>
          </div>
        ))}
      </dl>
      {matters === 0 ? <p>{t('simulate.noMatters')}</p> : <SimulatedMatters report={report} />}
    </>
  )
}
