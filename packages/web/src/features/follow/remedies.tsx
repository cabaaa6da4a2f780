import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { Moves } from './moves.tsx'
import { Waits } from './waits.tsx'

/** What was opened because the matter went wrong; whoever complained says whether it was set right. */
export const Remedies = ({ remedies }: { readonly remedies: FollowView['remedies'] }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const text = ({ zh, en }: { readonly zh: string; readonly en: string }) => (locale === 'en' ? en : zh)
  return (
    <section className="lx-stack" aria-labelledby="remedies">
      <h2 id="remedies">{t('remedy.heading')}</h2>
      {remedies.map((one) => (
        <div key={one.id} className="lx-remedy lx-stack">
          <p className="lx-lead">{text(one.sentence)}</p>
          <Waits view={one} />
          {one.dueAt !== null && one.closedAt === null && !one.waits && (
            <p className="lx-quiet">
              {t(one.tone === 'waiting' && one.moves.length > 0 ? 'remedy.answerDue' : 'remedy.due', {
                due: say.due(one.dueAt),
              })}
            </p>
          )}
          <Moves view={{ ...one, isRemedy: true }} />
          <Timeline
            label={t('remedy.steps', { number: one.number })}
            entries={one.timeline.map((step) => ({
              key: step.seq,
              at: step.at,
              sentence: text(step.sentence),
              ...(step.words || step.reason ? { more: <p>{step.words ?? step.reason}</p> } : {}),
            }))}
          />
        </div>
      ))}
    </section>
  )
}
