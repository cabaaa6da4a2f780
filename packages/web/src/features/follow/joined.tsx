import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { Timeline } from '../../ui/timeline.tsx'

/** How the matter goes on that this one was joined with. */
export const Joined = ({ joined }: { readonly joined: NonNullable<FollowView['joined']> }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const text = ({ zh, en }: { readonly zh: string; readonly en: string }) => (locale === 'en' ? en : zh)
  return (
    <section className="lx-stack" aria-labelledby="joined">
      <h2 id="joined">{t('joined.heading')}</h2>
      <p className="lx-lead">{text(joined.sentence)}</p>
      {joined.dueAt !== null && joined.closedAt === null && (
        <p className="lx-quiet">{t('joined.due', { due: say.point(joined.dueAt) })}</p>
      )}
      <Timeline
        label={t('joined.heading')}
        entries={joined.timeline.map((step) => ({
          key: step.seq,
          at: step.at,
          sentence: text(step.sentence),
          ...(step.words ? { more: <p>{step.words}</p> } : {}),
        }))}
      />
    </section>
  )
}
