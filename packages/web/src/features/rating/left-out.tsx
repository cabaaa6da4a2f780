import type { EvaluationBoard } from '@lianxin/contract/rating/evaluation-views'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'

/** How many matters are in no rate, and on which ground of the closed list, where that speaks of nobody's matter. Never a word of a reason: it may name somebody. */
export const LeftOut = ({
  board: {
    total,
    exclusions: { untold, minimumGroup, grounds },
  },
}: {
  readonly board: EvaluationBoard
}) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const heading =
    untold === 'recounting'
      ? t('leftOut.headingAlone')
      : t('leftOut.heading', { count: total.counts.excluded })
  return (
    <section className="lx-left-out" aria-labelledby="left-out">
      <h2 id="left-out">{heading}</h2>
      <p className="lx-quiet">{t('leftOut.what')}</p>
      <dl>
        {grounds.map(({ ground, name, count: times }) => (
          <div key={ground} data-none={times === 0 || undefined}>
            <dt>{locale === 'en' ? name.en : name.zh}</dt>
            {times !== null && <dd>{t('leftOut.times', { count: times })}</dd>}
          </div>
        ))}
      </dl>
      {/* Of none there is nothing to keep back. */}
      {untold !== null && (untold === 'recounting' || total.counts.excluded > 0) && (
        <p>{t(`leftOut.untold.${untold}`, { minimum: minimumGroup })}</p>
      )}
    </section>
  )
}
