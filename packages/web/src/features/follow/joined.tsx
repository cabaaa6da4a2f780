import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { Waits } from './waits.tsx'

type JoinedView = { readonly joined: NonNullable<FollowView['joined']> }

/** What the verdict is about: what was told last where this one was joined, that one speaks for oneself alone, and until when. */
export const JoinedAnswer = ({ joined }: JoinedView) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const told = joined.timeline.find(({ words }) => words)
  return (
    <div className="lx-stack">
      <p className="lx-lead">{t('joined.answered')}</p>
      {told && (
        <blockquote className="lx-joined-answer">
          <p>{told.words}</p>
          <p className="lx-quiet lx-small">
            {locale === 'en' ? told.sentence.en : told.sentence.zh} {say.point(told.at)}
          </p>
        </blockquote>
      )}
      <p className="lx-quiet">{t('joined.ownVerdict')}</p>
      {joined.openUntil !== null && (
        <p className="lx-quiet">{t('joined.openUntil', { due: say.due(joined.openUntil) })}</p>
      )}
    </div>
  )
}

/** How the matter goes on that this one was joined with. `asked`: the reader is asked for a verdict on it. */
export const Joined = ({ joined, asked }: JoinedView & { readonly asked: boolean }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const text = ({ zh, en }: { readonly zh: string; readonly en: string }) => (locale === 'en' ? en : zh)
  return (
    <section className="lx-stack" aria-labelledby="joined">
      <h2 id="joined">{t('joined.heading')}</h2>
      <p className="lx-lead">{text(joined.sentence)}</p>
      {/* By when the other requester should judge is no deadline of whoever is asked here. */}
      {!asked && joined.dueAt !== null && joined.closedAt === null && !joined.waits && (
        <p className="lx-quiet">{t('joined.due', { due: say.due(joined.dueAt) })}</p>
      )}
      <Waits view={{ ...joined, moves: [] }} />
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
