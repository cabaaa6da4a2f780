import type { FollowView } from '@lianxin/contract/case/follow-view'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { useNow } from '../../ui/now.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { stateToneOf } from '../../ui/state-tone.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { verdictWords } from '../../ui/verdict-words.ts'
import { Waits } from './waits.tsx'

/** The deadline as a promise: when, how long that is, and what happens when it is broken. */
const Deadline = ({ view }: { readonly view: FollowView }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const now = useNow()
  if (view.closedAt !== null)
    return <p>{t(view.joined ? 'case.joinedAt' : 'case.closedAt', { at: say.point(view.closedAt) })}</p>
  // What is on hold tells until when with the reason, below.
  if (view.dueAt === null || view.waits) return null
  const due = say.due(view.dueAt)
  if (view.tone === 'waiting') {
    return <p>{t(view.parties.length > 0 ? 'between.answerDue' : 'case.verdictDue', { due })}</p>
  }
  if (view.overdue || view.dueAt <= now)
    return <p className="lx-standing-late">{t('case.overdue', { due })}</p>
  return (
    <p>
      {t('case.due', { due })}
      <span className="lx-quiet">
        {' · '}
        <span className="lx-whole">{say.left(view.dueAt)}</span>
      </span>
    </p>
  )
}

/** Who has it now and by when, in one glance. A change is spoken. */
export const Standing = ({ view }: { readonly view: FollowView }) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const tone = stateToneOf(view, useNow())
  const name = locale === 'en' ? view.stateName.en : view.stateName.zh
  return (
    <header className="lx-standing" data-tone={tone}>
      <p className="lx-standing-head">
        <StateTag tone={tone} name={name} />
        <span className="lx-quiet lx-small">{t('case.number', { number: view.number })}</span>
      </p>
      <div aria-live="polite">
        <h1>{locale === 'en' ? view.sentence.en : view.sentence.zh}</h1>
      </div>
      <div className="lx-standing-due">
        <Deadline view={view} />
        {view.provisional && view.closedAt === null && (
          <p className="lx-quiet lx-small">{t('case.provisional')}</p>
        )}
        <Waits view={view} />
        {view.owner && view.parties.length === 0 && (
          <p className="lx-small">
            <Link to="/units/$id" params={{ id: view.owner.id }}>
              {t('case.unit', { unit: locale === 'en' ? view.owner.nameEn : view.owner.name })}
            </Link>
          </p>
        )}
        {view.answerable && (
          <p className="lx-small">
            {t('case.answerable', {
              unit: locale === 'en' ? view.answerable.nameEn : view.answerable.name,
            })}
          </p>
        )}
        {view.reopenedCount > 0 && (
          <p className="lx-quiet lx-small">{t('case.reopened', { count: view.reopenedCount })}</p>
        )}
        {view.verdict && <p className="lx-quiet lx-small">{t('case.verdict', verdictWords(view.verdict))}</p>}
      </div>
    </header>
  )
}
