import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useCase } from '../../features/case/use-case.ts'
import { useSay } from '../../features/case/use-say.ts'
import { CallCodes } from '../../features/whistle/call-codes.tsx'
import { CallRatings } from '../../features/whistle/call-ratings.tsx'
import { useWords } from '../../messages/words.ts'
import { AnswerList } from '../../ui/answer-list.tsx'
import { ClockBar } from '../../ui/clock-bar.tsx'
import { useNow } from '../../ui/now.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { stateToneOf } from '../../ui/state-tone.ts'
import { Time } from '../../ui/time.tsx'
import { Moves } from './moves.tsx'
import { People } from './people.tsx'
import { Photos } from './photos.tsx'
import { Steps } from './steps.tsx'
import { Where } from './where.tsx'

/** One matter on the phone: what and where, what to do next, the person, what happened. */
export const CaseScreen = () => {
  const t = useWords('field')
  const say = useSay()
  const now = useNow()
  const { id } = useParams({ from: '/field/field/case/$id' })
  const { data: kase, error, refetch, isFetching } = useCase(id)
  const back = (
    <Link to="/field" className="back">
      <ArrowLeft aria-hidden="true" />
      {t('case.back')}
    </Link>
  )
  if (!kase)
    return (
      <div className="lx-page">
        {back}
        {error ? (
          <>
            <h1>{t('case.failed')}</h1>
            <ProblemBanner problem={error} onRetry={() => void refetch()} pending={isFetching} />
          </>
        ) : (
          <Skeleton shape="cards" count={4} />
        )}
      </div>
    )
  return (
    <article className="lx-page field-case" key={kase.id} aria-labelledby="case-number">
      {back}
      <header className="lx-stack">
        <div className="lx-row">
          <h1 id="case-number" className="field-number">
            {kase.number}
          </h1>
          <StateTag tone={stateToneOf(kase, now)} name={say.text(kase.stateName)} />
        </div>
        <p className="field-words">{say.words(kase.words, kase.wordsEn)}</p>
        <AnswerList answers={say.answers(kase.answers)} />
        {kase.fileIds.length > 0 && <Photos fileIds={kase.fileIds} />}
        {kase.dueAt !== null && (
          <ClockBar
            startedAt={kase.openedAt}
            dueAt={kase.dueAt}
            stoppedAt={kase.closedAt}
            provisional={kase.provisional}
          />
        )}
        <p className="lx-quiet lx-small">
          {kase.item ? say.name(kase.item) : t('case.noItem')} ·{' '}
          {kase.owner ? say.name(kase.owner) : t('case.nobody')} · <Time at={kase.openedAt} as="point" />
        </p>
      </header>
      {error && <ProblemBanner problem={error} onRetry={() => void refetch()} pending={isFetching} />}
      <CallCodes kase={kase} />
      <Moves kase={kase} />
      <Where kase={kase} />
      {kase.requester && <People kase={kase} requester={kase.requester} />}
      <CallRatings kase={kase} />
      <Steps kase={kase} />
    </article>
  )
}
