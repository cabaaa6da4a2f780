import type { CaseView, TimelineStep } from '@lianxin/contract/case/case-views'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Timeline } from '../../../ui/timeline.tsx'
import { Photos } from './photos.tsx'

/** The first step repeats what stands at the head of the page; everything else that was written stands with its step. */
const told = (kase: CaseView, step: TimelineStep): TimelineStep =>
  step.words === kase.words ? { ...step, words: null, fileIds: [] } : step

const More = ({ step }: { readonly step: TimelineStep }) => {
  const t = useWords('case')
  const say = useSay()
  return (
    <>
      {step.words && <p className="step-text">{step.words}</p>}
      {step.reason && (
        <p className="step-reason">
          <strong>{t('timeline.reason')}</strong> {step.reason}
        </p>
      )}
      {step.duty && <p className="step-reason">{t('timeline.duty', { entry: say.name(step.duty) })}</p>}
      {step.fileIds.length > 0 && <Photos fileIds={step.fileIds} />}
    </>
  )
}

const hasMore = (step: TimelineStep) => step.words !== null || step.reason !== null || step.fileIds.length > 0

export const CaseTimeline = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('case')
  const say = useSay()
  const steps = kase.timeline.toSorted((a, b) => b.seq - a.seq).map((step) => told(kase, step))
  return (
    <section className="case-section" aria-labelledby="case-timeline">
      <h2 id="case-timeline">{t('timeline.heading')}</h2>
      <Timeline
        label={t('timeline.heading')}
        entries={steps.map((step) => ({
          key: step.seq,
          at: step.at,
          sentence: say.text(step.sentence),
          ...(step.to === 'closed' ? { tone: 'closed' as const } : {}),
          ...(hasMore(step) ? { more: <More step={step} /> } : {}),
        }))}
      />
    </section>
  )
}
