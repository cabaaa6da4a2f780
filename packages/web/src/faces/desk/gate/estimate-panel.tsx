import type { GateDraft } from '@lianxin/contract/gate/gate-draft'
import type { GateEstimate } from '@lianxin/contract/gate/gate-views'
import { Alert } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { OverlapList } from '../../../features/gate/overlap-list.tsx'
import { useGateWords } from '../../../features/gate/use-gate-words.ts'
import { Problem } from '../problem.tsx'
import { BudgetNote } from './budget-note.tsx'

interface EstimatePanelProps {
  readonly draft: GateDraft
  readonly estimate: GateEstimate | undefined
  readonly error: unknown
}

/** What the demand costs everybody it is asked of, and what of it nobody need be asked. */
export const EstimatePanel = ({ draft, estimate, error }: EstimatePanelProps) => {
  const { t, sum } = useGateWords()
  const say = useSay()
  return (
    <section className="gate-card gate-form" aria-labelledby="gate-estimate" aria-live="polite">
      <h2 id="gate-estimate">{t('estimate.heading')}</h2>
      {!estimate && !error && <p className="desk-quiet">{t('estimate.none')}</p>}
      {Boolean(error) && <Problem error={error} />}
      {estimate && (
        <>
          <p className="gate-cost">{sum(draft, estimate.recipients, estimate.minutesAMonth)}</p>
          <BudgetNote budget={estimate.budget} />
          {draft.kind === 'form' && draft.minutes < estimate.leastMinutes && (
            <Alert type="warning" showIcon title={t('estimate.tooFew', { least: estimate.leastMinutes })} />
          )}
          {estimate.negative && (
            <Alert
              type="warning"
              showIcon
              title={t('view.negative', { entry: say.name(estimate.negative) })}
            />
          )}
          {draft.kind === 'form' && estimate.fields.length > 0 && (
            <OverlapList fields={draft.words.fields} estimate={estimate} extract />
          )}
        </>
      )}
    </section>
  )
}
