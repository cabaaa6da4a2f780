import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useCase } from '../../../features/case/use-case.ts'
import { useWords } from '../../../messages/words.ts'
import { ActionBar } from '../move/action-bar.tsx'
import { Problem } from '../problem.tsx'
import './case.css'
import { CaseContext } from './case-context.tsx'
import { CaseFlags } from './case-flags.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { ChangedBanner } from './changed-banner.tsx'
import { HangTask } from './hang-task.tsx'
import { ProposeTopic } from './propose-topic.tsx'

const VotesOf = lazy(() =>
  import('../../../features/deliberation/votes-of.tsx').then(({ VotesOf }) => ({ default: VotesOf })),
)

/** One matter: what, who has it, until when; the moves that are allowed now; what happened; what lies around it. */
export const CasePane = () => {
  const t = useWords('desk')
  const { id } = useParams({ from: '/desk/inbox/desk/case/$id' })
  const query = useCase(id)
  const kase = query.data
  if (!kase)
    return (
      <div className="case-blank">
        {query.error ? (
          <>
            <h1>{t('case.failed')}</h1>
            <Problem error={query.error} again={() => void query.refetch()} />
          </>
        ) : (
          <div role="status" aria-label={t('inbox.loading')}>
            <Skeleton active title={false} paragraph={{ rows: 6 }} />
          </div>
        )}
      </div>
    )
  return (
    // A matter of its own: open panels and what was revealed do not carry over to the next one.
    <article className="case" key={kase.id} aria-labelledby="case-number">
      <div className="case-column">
        <CaseHead kase={kase} />
        <ChangedBanner kase={kase} />
        <CaseFlags kase={kase} />
        <ActionBar kase={kase} />
        <HangTask kase={kase} />
        <ProposeTopic kase={kase} />
        {kase.kind === 'deliberation' && (
          <Suspense>
            <VotesOf id={kase.id} />
          </Suspense>
        )}
        <CaseTimeline kase={kase} />
      </div>
      <CaseContext kase={kase} />
    </article>
  )
}
