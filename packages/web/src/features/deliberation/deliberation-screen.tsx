import type { Receipt } from '@lianxin/contract/case/case-commands'
import type { DeliberationPage } from '@lianxin/contract/deliberation/deliberation-views'
import { Link, useParams } from '@tanstack/react-router'
import { isApiProblem } from '../../data/api-problem.ts'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { useScreenTitle } from '../../ui/screen-title.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Time } from '../../ui/time.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { Timeline } from '../../ui/timeline.tsx'
import './deliberation.css'
import { Objections } from './objections.tsx'
import { useDeliberation } from './use-deliberations.ts'
import { useSaid } from './use-said.ts'
import { VoteCard } from './vote-card.tsx'

interface DeliberationScreenProps {
  readonly keepReceipt: (commandId: string, receipt: Receipt) => Promise<void>
}

/** One question at its own address: what is asked, by which law it is counted, what came of it, and how to object. */
export const DeliberationScreen = ({ keepReceipt }: DeliberationScreenProps) => {
  const t = useWords('deliberation')
  const { id } = useParams({ from: '/resident/deliberations/$id' })
  const query = useDeliberation(id)
  const page = query.data
  useScreenTitle(page?.proposal)
  const gone = isApiProblem(query.error) && query.error.status === 404
  if (page) return <Shown page={page} keepReceipt={keepReceipt} />
  return (
    <div className="lx-page">
      {query.isPending ? (
        <Skeleton count={4} />
      ) : (
        <>
          <h1>{t(gone ? 'gone' : 'failed')}</h1>
          {gone ? (
            <p className="lx-lead">{t('goneMore')}</p>
          ) : (
            <ProblemBanner problem={query.error} onRetry={() => query.refetch()} pending={query.isFetching} />
          )}
          <Link to="/deliberations" {...buttonDress('primary', 'normal')}>
            {t('back')}
          </Link>
        </>
      )}
    </div>
  )
}

const Shown = ({ page, keepReceipt }: DeliberationScreenProps & { readonly page: DeliberationPage }) => {
  const t = useWords('deliberation')
  const say = useSaid()
  const times = useTimeWords()
  const { outcome, tasks, objectUntil, dueAt } = page
  return (
    <div className="lx-page lx-deliberations">
      <div className="lx-deliberation-head">
        <p>
          <Link to="/deliberations">{t('back')}</Link>
        </p>
        <h1>{page.proposal}</h1>
        <p className="lx-deliberation-facts">
          <StateTag tone={page.tone} name={say.text(page.stateName)} />
          <span>{say.place(page)}</span>
          {page.form && <span>{say.text(page.form)}</span>}
        </p>
        <p className="lx-lead">{say.text(page.sentence)}</p>
        {objectUntil !== null ? (
          <p className="lx-deliberation-until">
            {t('objectUntil', { until: times.deadline(objectUntil) })} · {times.left(objectUntil)}
          </p>
        ) : (
          dueAt !== null && <p className="lx-quiet">{t('stepUntil', { until: times.deadline(dueAt) })}</p>
        )}
      </div>
      {outcome && (
        <Card ground="warm" aria-labelledby="deliberation-outcome">
          <h2 id="deliberation-outcome">{say.text(outcome.sentence)}</h2>
          <p className="lx-deliberation-words">{outcome.words}</p>
          <p className="lx-small lx-quiet">
            <Time at={outcome.at} as="point" />
          </p>
        </Card>
      )}
      {tasks.length > 0 && (
        <section aria-labelledby="deliberation-tasks">
          <h2 id="deliberation-tasks">
            {t('tasks.heading', {
              done: tasks.filter((one) => one.tone === 'closed').length,
              all: tasks.length,
            })}
          </h2>
          <ul className="lx-deliberation-rows">
            {tasks.map((task) => (
              <li key={task.id}>
                <strong>{task.words}</strong>
                <span className="lx-deliberation-facts">
                  <StateTag tone={task.tone} name={say.text(task.stateName)} />
                  {task.unit && <span>{say.name(task.unit)}</span>}
                  {task.closedAt === null && task.dueAt !== null && (
                    <span>{t('tasks.due', { due: times.deadline(task.dueAt) })}</span>
                  )}
                </span>
                {task.result && <p className="lx-deliberation-words">{task.result}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="deliberation-votes">
        <h2 id="deliberation-votes">{t('votes')}</h2>
        {page.votes.length === 0 && <p className="lx-quiet">{t('votesNone')}</p>}
        {page.votes.toReversed().map((vote) => (
          <VoteCard key={vote.at} vote={vote} />
        ))}
      </section>
      <Objections page={page} keepReceipt={keepReceipt} />
      <section aria-labelledby="deliberation-steps">
        <h2 id="deliberation-steps">{t('steps')}</h2>
        <Timeline
          label={t('steps')}
          entries={page.steps
            .map(({ at, sentence }, key) => ({ key, at, sentence: say.text(sentence) }))
            .toReversed()}
        />
      </section>
      <p className="lx-small lx-quiet">{t('number', { number: page.number })}</p>
    </div>
  )
}
