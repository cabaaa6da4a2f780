import { DEMAND_KIND_NAMES, GATE_PROCESS } from '@lianxin/contract/gate/gate-process'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useMe } from '../../../data/me.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { OverlapList } from '../../../features/gate/overlap-list.tsx'
import { useGateRequest } from '../../../features/gate/use-gate.ts'
import { useGateWords } from '../../../features/gate/use-gate-words.ts'
import { useNow } from '../../../ui/now.ts'
import { useScreenTitle } from '../../../ui/screen-title.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { stateToneOf } from '../../../ui/state-tone.ts'
import { Time } from '../../../ui/time.tsx'
import { useTimeWords } from '../../../ui/time-words.ts'
import { Problem } from '../problem.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { EditDemand } from './ask-screen.tsx'
import { AskerPanel } from './asker-panel.tsx'
import { BudgetNote } from './budget-note.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { DutyTag } from './duty-tag.tsx'
import { FormAnswers } from './form-answers.tsx'
import './gate-desk.css'
import { GateHistory } from './gate-history.tsx'
import { RecipientTable } from './recipient-table.tsx'

/** One demand with everything that is needed to decide on it: what, on which ground, what of it is known, what it costs. */
export const GateScreen = () => {
  const { t } = useGateWords()
  const { id } = useParams({ from: '/desk/desk/gate/$id' })
  const { show } = useSearch({ from: '/desk/desk/gate/$id' })
  const request = useGateRequest(id)
  useScreenTitle(request.data?.words.title)
  if (show === 'edit' && request.data?.can.includes('save')) return <EditDemand view={request.data} />
  return (
    <main id="main" tabIndex={-1} className="desk-page gate-page">
      <p>
        <Link to="/desk/gate">{t('view.back')}</Link>
      </p>
      {request.isPending && (
        <>
          <h1>{t('title.view')}</h1>
          <Skeleton active title={false} paragraph={{ rows: 10 }} />
        </>
      )}
      {request.error && <Problem error={request.error} again={() => void request.refetch()} />}
      {request.data && <Demand view={request.data} />}
      {request.data && show === 'answers' && <FormAnswers id={id} />}
    </main>
  )
}

const Demand = ({ view }: { readonly view: GateView }) => {
  const { t, sum } = useGateWords()
  const say = useSay()
  const now = useNow()
  const times = useTimeWords()
  const me = useMe()
  const { words, estimate } = view
  const state = GATE_PROCESS.states[view.state]
  const isAsker = me.data?.active?.unitId === view.unit.id
  return (
    <>
      <div className="gate-head">
        <div>
          <h1>{words.title}</h1>
          <p className="desk-quiet">
            {say.text(DEMAND_KIND_NAMES[view.kind])} · {say.name(view.unit)}
          </p>
        </div>
        <div className="gate-row-state">
          <StateTag
            tone={stateToneOf({ tone: state.tone, dueAt: view.dueAt }, now)}
            name={say.text(state.name)}
          />
          {view.dueAt !== null && <Time at={view.dueAt} as="deadline" />}
        </div>
      </div>
      <div className="gate-columns">
        <div className="gate-stack">
          <section className="gate-card" aria-labelledby="gate-what">
            <h2 id="gate-what">{t('view.what')}</h2>
            <p className="gate-words">{words.purpose}</p>
            <dl className="gate-facts">
              <dt>{t('view.basis')}</dt>
              <dd>{words.basis}</dd>
              <dt>{t('view.duty')}</dt>
              <dd>
                <DutyTag entry={view.entry} />
              </dd>
              <dt>{t('view.cost')}</dt>
              <dd className="gate-cost">{sum(view, estimate.recipients, estimate.minutesAMonth)}</dd>
              {state.tone !== 'closed' && estimate.budget && (
                <>
                  <dt>{t('budget.name')}</dt>
                  <dd>
                    <BudgetNote budget={estimate.budget} />
                  </dd>
                </>
              )}
              <dt>{t('view.period')}</dt>
              <dd>
                {t('view.fromUntil', { from: times.point(view.fromAt), until: times.point(view.untilAt) })}
              </dd>
            </dl>
          </section>
          {view.entry === null && estimate.negative && (
            <Alert
              type="warning"
              showIcon
              title={t('view.negative', { entry: say.name(estimate.negative) })}
              description={say.locale === 'en' ? estimate.negative.basisEn : estimate.negative.basis}
            />
          )}
          {view.kind === 'form' && (
            <section className="gate-card">
              <OverlapList fields={words.fields} estimate={estimate} extract={isAsker} />
            </section>
          )}
          {view.recipients.length > 0 && <RecipientTable view={view} />}
        </div>
        <div className="gate-stack">
          <AnswerPanel view={view} />
          <DecidePanel view={view} />
          {isAsker && <AskerPanel view={view} />}
          <GateHistory history={view.history} />
        </div>
      </div>
    </>
  )
}
