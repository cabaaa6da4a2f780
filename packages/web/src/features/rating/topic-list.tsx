import type { TopicFigure, TopicView } from '@lianxin/contract/rating/topic-views'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import './topic-list.css'

interface TopicListProps {
  readonly topics: readonly TopicView[]
  /** Opens the topic itself, for those who work on it. */
  readonly open?: (topic: TopicView, name: string) => ReactNode
}

const round = (value: number) => Math.round(value * 10) / 10

/** What keeps happening and is worked on as a whole, with the figures before and after. */
export const TopicList = ({ topics, open }: TopicListProps) => {
  const t = useWords('rating')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const en = locale === 'en'
  const figure = ({ counted, expected }: TopicFigure) =>
    expected === null
      ? t('topic.counted', { counted })
      : t('topic.figure', { counted, expected: round(expected) })
  if (topics.length === 0) return <p className="lx-quiet">{t('topic.none')}</p>
  return (
    <ul className="lx-topics">
      {topics.map((one) => {
        const name = en ? `${one.placeNameEn} · ${one.itemNameEn}` : `${one.placeName} · ${one.itemName}`
        const { evidence } = one
        return (
          <li key={one.id} className="lx-topic">
            <h3>{open ? open(one, name) : name}</h3>
            <p>
              <strong>{en ? one.stateName.en : one.stateName.zh}</strong>
              {one.ownerName &&
                ` · ${t('topic.owner', { owner: en ? (one.ownerNameEn ?? '') : one.ownerName })}`}
              {one.dueAt !== null &&
                ` · ${t(one.overdue ? 'topic.overdue' : 'topic.due', { due: say.point(one.dueAt) })}`}
            </p>
            <dl>
              <dt>{t('topic.before')}</dt>
              <dd>{figure(one.before)}</dd>
              <dt>{t('topic.after')}</dt>
              <dd>{one.after ? figure(one.after) : t('topic.notYet')}</dd>
              {one.effect && (
                <>
                  <dt>{t('topic.effect')}</dt>
                  <dd>{en ? one.effect.en : one.effect.zh}</dd>
                </>
              )}
            </dl>
            <p className="lx-quiet lx-small">
              {evidence.found
                ? t('topic.found', {
                    month: evidence.month,
                    months: evidence.monthsBefore,
                    tested: evidence.tested,
                    percent: evidence.falseAlarmPercent,
                  })
                : t('topic.proposed', { month: evidence.month })}
              {one.tooFewToSay && ` ${t('topic.tooFew')}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
