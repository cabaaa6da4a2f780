import type { CaseView } from '@lianxin/contract/case/case-views'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { Photos } from './photos.tsx'

/** What happened, newest first. */
export const Steps = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('case')
  const say = useSay()
  return (
    <section className="lx-stack" aria-labelledby="case-steps">
      <h2 id="case-steps">{t('timeline.heading')}</h2>
      <Timeline
        label={t('timeline.heading')}
        entries={kase.timeline
          .toSorted((a, b) => b.seq - a.seq)
          // The first step repeats what stands at the head of the page.
          .map((step) => (step.words === kase.words ? { ...step, words: null, fileIds: [] } : step))
          .map(({ seq, at, sentence, words, reason, fileIds }) => ({
            key: seq,
            at,
            sentence: say.text(sentence),
            more: (words || reason || fileIds.length > 0) && (
              <>
                {words && <p className="field-told">{words}</p>}
                {reason && (
                  <p>
                    <strong>{t('timeline.reason')}</strong> {reason}
                  </p>
                )}
                {fileIds.length > 0 && <Photos fileIds={fileIds} />}
              </>
            ),
          }))}
      />
    </section>
  )
}
