import { namesOf } from '@lianxin/contract/routing/names-of'
import { routingRoutes } from '@lianxin/contract/routing/routing-routes'
import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOverview } from '@lianxin/contract/routing/routing-views'
import { Button, Skeleton } from 'antd'
import { Download, Pencil } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useRouting } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { DraftDesk } from './draft-desk.tsx'
import { ReliabilityCard } from './reliability-card.tsx'
import './routing.css'
import { RuleHistory } from './rule-history.tsx'
import { RuleList } from './rule-list.tsx'

/** Who gets which matter: the rules in force, and beside them the draft of those who may change them. */
export const RoutingScreen = () => {
  const t = useWords('routing')
  const routing = useRouting()
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('heading')}</h1>
      <p className="desk-quiet">{t('what')}</p>
      {routing.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {routing.error && <Problem error={routing.error} again={() => void routing.refetch()} />}
      {routing.data && <Rules view={routing.data} />}
      <ReliabilityCard />
    </main>
  )
}

const Rules = ({ view }: { readonly view: RoutingOverview }) => {
  const t = useWords('routing')
  const say = useSay()
  const names = namesOf(view.options)
  const [editing, setEditing] = useState(view.draft !== null && view.mayChange)
  const [mended, setMended] = useState<RoutingRule | null>(null)
  const { present, planned, faults, mayChange } = view
  return (
    <>
      {mayChange && editing && (
        <DraftDesk
          key={mended?.id ?? 'draft'}
          view={view}
          mend={mended}
          leave={() => {
            setMended(null)
            setEditing(false)
          }}
        />
      )}
      {planned && (
        <section className="routing-card" aria-labelledby="routing-planned">
          <div className="routing-head">
            <h2 id="routing-planned">{t('planned')}</h2>
            <ExportButton which="planned" label={t('exportPlanned')} />
          </div>
          <p className="desk-quiet">
            {t('from')} <Time at={planned.effectiveFrom} as="point" />
            {planned.decidedBy && ` · ${say.text(planned.decidedBy)}`}
          </p>
          <RuleList rules={planned.rules} names={names} faults={[]} />
        </section>
      )}
      <section className="routing-card" aria-labelledby="routing-present">
        <div className="routing-head">
          <h2 id="routing-present">{t('present')}</h2>
          <span className="routing-actions">
            <ExportButton which="present" label={t('export')} />
            {mayChange && !editing && (
              <Button
                type="primary"
                icon={<Pencil aria-hidden="true" className="desk-icon" />}
                onClick={() => setEditing(true)}
              >
                {t('change')}
              </Button>
            )}
          </span>
        </div>
        {present && (
          <p className="desk-quiet">
            {t('since')} <Time at={present.effectiveFrom} as="point" />
            {` · ${present.decidedBy ? say.text(present.decidedBy) : t('bySetUp')}`}
          </p>
        )}
        {!present || present.rules.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <RuleList
            rules={present.rules}
            names={names}
            faults={faults}
            mend={
              mayChange && !editing
                ? (rule) => {
                    setMended(rule)
                    setEditing(true)
                  }
                : undefined
            }
          />
        )}
      </section>
      <RuleHistory names={names} />
    </>
  )
}

interface ExportButtonProps {
  readonly which: 'present' | 'planned'
  readonly label: string
}

/** A version of the rules as a sheet, which comes in again as a draft. */
const ExportButton = ({ which, label }: ExportButtonProps) => (
  <Button
    icon={<Download aria-hidden="true" className="desk-icon" />}
    href={urlOf(routingRoutes.exportSheet, { query: { which } })}
    download
  >
    {label}
  </Button>
)
