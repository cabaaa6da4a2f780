import type { FollowView, TimelineStep } from '@lianxin/contract/case/case-views'
import { useWords } from '../../messages/words.ts'
import { useNow } from '../../ui/now.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { stateToneOf } from '../../ui/state-tone.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { Photos } from './photos.tsx'

const StepMore = ({ step }: { readonly step: TimelineStep }) => {
  const t = useWords('follow')
  if (!step.words && !step.reason && step.fileIds.length === 0) return null
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
          ...(step.words || step.reason || step.fileIds.length > 0 ? { more: <StepMore step={step} /> } : {}),
          ...(place === 0 ? { tone } : {}),
        }))}
      />
    </section>
  )
}
