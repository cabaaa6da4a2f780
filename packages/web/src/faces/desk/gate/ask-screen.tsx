import type { GateDraft } from '@lianxin/contract/gate/gate-draft'
import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { askable, blankDemand, demandOf, missingIn, trimmed } from '../../../features/gate/demand-draft.ts'
import { useEstimate, useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { useNow } from '../../../ui/now.ts'
import { Problem } from '../problem.tsx'
import { EstimatePanel } from './estimate-panel.tsx'
import { FieldBuilder } from './field-builder.tsx'
import './gate-desk.css'
import './gate-form.css'
import { TermsFields } from './terms-fields.tsx'
import { WordsFields } from './words-fields.tsx'

interface Changed {
  readonly id: string
  readonly version: number
}

/** A department writes down what it wants to ask, and sees at once what is known already and what it would cost. */
export const NewDemandScreen = () => {
  const now = useNow()
  const [start] = useState(() => blankDemand(now))
  return <AskForm start={start} known={null} />
}

/** A draft, or what came back from the gate, to be changed. */
export const EditDemand = ({ view }: { readonly view: GateView }) => (
  <AskForm key={view.version} start={demandOf(view)} known={view} />
)

const AskForm = ({ start, known }: { readonly start: GateDraft; readonly known: Changed | null }) => {
  const t = useWords('gate')
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<GateDraft>) => setDraft((before) => ({ ...before, ...part }))
  const settled = useDeferredValue(draft)
  const estimate = useEstimate(
    known?.id ?? null,
    useMemo(() => askable(settled), [settled]),
  )
  const missing = missingIn(draft)
  const forbidden = estimate.data?.forbidden ?? []
  const save = useGateCommand(
    (made: GateDraft, commandId) =>
      known
        ? api(gateRoutes.save, {
            params: { id: known.id },
            body: { expectedVersion: known.version, draft: made },
            commandId,
          })
        : api(gateRoutes.draft, { body: made, commandId }),
    ({ requestId }) => void navigate({ to: '/desk/gate/$id', params: { id: requestId }, search: {} }),
  )
  return (
    <main id="main" tabIndex={-1} className="desk-page gate-page">
      <p>
        <Link to="/desk/gate">{t('view.back')}</Link>
      </p>
      <div>
        <h1>{t(known ? 'ask.edit' : 'ask.new')}</h1>
        <p className="desk-quiet">{t('ask.what')}</p>
      </div>
      <div className="gate-columns">
        <div className="gate-stack">
          <WordsFields draft={draft} change={change} forbidden={forbidden} />
          <TermsFields draft={draft} change={change} />
          {draft.kind === 'form' && (
            <FieldBuilder
              fields={draft.words.fields}
              estimate={estimate.data}
              change={(fields) => change({ words: { ...draft.words, fields: [...fields] } })}
            />
          )}
        </div>
        <div className="gate-stack gate-sticky">
          <EstimatePanel draft={draft} estimate={estimate.data} error={estimate.error} />
          <section className="gate-card gate-act" aria-label={t('ask.save')}>
            {missing.length > 0 && (
              <p className="desk-quiet">
                {t('ask.missing')} {missing.map((one) => t(`ask.missingPart.${one}`)).join(t('ask.comma'))}
              </p>
            )}
            {save.error && <Problem error={save.error} />}
            <Button
              type="primary"
              disabled={missing.length > 0 || forbidden.length > 0}
              loading={save.isPending}
              onClick={() => save.mutate(trimmed(draft))}
            >
              {t('ask.save')}
            </Button>
            <p className="desk-quiet">{t('ask.saveMore')}</p>
          </section>
        </div>
      </div>
    </main>
  )
}
