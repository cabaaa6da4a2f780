import type { TimelineStep } from '@lianxin/contract/case/case-views'
import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { useNow } from '../../ui/now.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { stateToneOf } from '../../ui/state-tone.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { Photos } from './photos.tsx'

/** The move that opens a case. */
export const RAISED = 'report'

/** What was raised stands in full below (own-words.tsx); the first step need not say it again. */
const hasMore = (step: TimelineStep): boolean =>
  step.move !== RAISED && (step.words !== null || step.reason !== null || step.fileIds.length > 0)

const StepMore = ({ step }: { readonly step: TimelineStep }) => {
  const t = useWords('follow')
  return (
    <div className="lx-stack">
      {step.words && <p>{step.words}</p>}
      {step.reason && <p>{t('case.reason', { reason: step.reason })}</p>}
      <Photos fileIds={step.fileIds} />
    </div>
  )
}

/** What happened, newest first, in sentences; with what was written and shown. */
export const Steps = ({ view }: { readonly view: FollowView }) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const tone = stateToneOf(view, useNow())
  const newestFirst = view.timeline.toSorted((one, other) => other.seq - one.seq)
  return (
    <section className="lx-stack" aria-labelledby="steps">
      <h2 id="steps">{t('case.timeline')}</h2>
      <Timeline
        label={t('case.timeline')}
        entries={newestFirst.map((step, place) => ({
          key: step.seq,
          at: step.at,
          sentence: locale === 'en' ? step.sentence.en : step.sentence.zh,
          ...(hasMore(step) ? { more: <StepMore step={step} /> } : {}),
          ...(place === 0 ? { tone } : {}),
        }))}
      />
    </section>
  )
}
