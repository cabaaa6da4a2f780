import type { TopicView } from '@lianxin/contract/rating/topic-views'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { RecurringBuildings } from './recurring-buildings.tsx'
import { TopicFigures } from './topic-figures.tsx'
import { TopicMeasures } from './topic-measures.tsx'
import './topic-list.css'

interface TopicListProps {
  readonly topics: readonly TopicView[]
  /** Opens the topic itself, for those who work on it. */
  readonly open?: (topic: TopicView, name: string) => ReactNode
}

/** What keeps happening and is worked on as a whole, with the figures before and after. */
export const TopicList = ({ topics, open }: TopicListProps) => {
  const t = useWords('rating')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const en = locale === 'en'
  const anew = topics.some(({ recounting }) => recounting)
  if (topics.length === 0) return <p className="lx-quiet">{t('topic.none')}</p>
  return (
    <>
      <p className="lx-quiet">{t(anew ? 'topic.recounting' : 'topic.settles')}</p>
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
                  !one.measures.some(({ dueAt }) => dueAt === one.dueAt) &&
                  ` · ${t(one.overdue ? 'topic.overdue' : 'topic.due', { due: say.due(one.dueAt) })}`}
              </p>
              <h4>{t('topic.measures')}</h4>
              <TopicMeasures measures={one.measures} />
              {(one.before || one.effect) && (
                <dl>
                  <TopicFigures topic={one} />
                  {one.effect && (
                    <>
                      <dt>{t('topic.effect')}</dt>
                      <dd>
                        <strong>{en ? one.effect.en : one.effect.zh}</strong>
                        {one.conclusion && <p>{one.conclusion}</p>}
                      </dd>
                    </>
                  )}
                </dl>
              )}
              <p className="lx-quiet lx-small">
                {evidence.found
                  ? t('topic.found', {
                      month: say.month(evidence.month),
                      months: evidence.monthsBefore,
                      tested: evidence.tested,
                      percent: evidence.falseAlarmPercent,
                    })
                  : t('topic.proposed', { month: say.month(evidence.month) })}
                {one.tooFewToSay && ` ${t('topic.tooFew')}`}
              </p>
              <RecurringBuildings buildings={evidence.buildings} />
            </li>
          )
        })}
      </ul>
    </>
  )
}
