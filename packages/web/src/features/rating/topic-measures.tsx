import type { TopicMeasure } from '@lianxin/contract/rating/topic-views'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'

/** What each unit does and by when; the date stays when it is done. */
export const TopicMeasures = ({ measures }: { readonly measures: readonly TopicMeasure[] }) => {
  const t = useWords('rating')
  const say = useTimeWords()
  const { locale } = usePreferences()
  if (measures.length === 0) return <p>{t('topic.noMeasure')}</p>
  return (
    <ul className="lx-topic-measures">
      {measures.map(({ unitName, unitNameEn, words, dueAt, doneAt, late }) => (
        <li key={unitName}>
          <span className="lx-quiet">{locale === 'en' ? unitNameEn : unitName}</span>
          <p>{words ?? t('topic.notPublic')}</p>
          <small>
            {[
              dueAt !== null && t('topic.until', { due: say.due(dueAt) }),
              doneAt !== null && t('topic.done', { done: say.point(doneAt) }),
              late && t('topic.late'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}
