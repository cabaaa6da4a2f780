import type { TopicCount, TopicFigure, TopicView } from '@lianxin/contract/rating/topic-views'
import { CHINA_UTC_OFFSET_MINUTES, dayAt, isoDateOf } from '@lianxin/contract/rules/local-day'
import { useWords } from '../../messages/words.ts'

const DAY_MS = 86_400_000
const COMPARED_DAYS = 30
/** Fewer days than this say nothing of thirty. */
const LEAST_DAYS = 7

const round = (value: number) => Math.round(value * 10) / 10
const dayOf = (at: number) => isoDateOf(dayAt(at, CHINA_UTC_OFFSET_MINUTES))

/** Before and after, with the days that each is of, and what else tells whether a difference is the topic's. */
export const TopicFigures = ({ topic }: { readonly topic: TopicView }) => {
  const t = useWords('rating')
  const { before, after, yearBefore, usual } = topic
  if (before === null) return null
  return (
    <>
      <dt>{t('topic.before')}</dt>
      <Figure figure={before} />
      <dt>{t('topic.after')}</dt>
      {after ? <Figure figure={after} /> : <dd>{t('topic.notYet')}</dd>}
      {yearBefore && (
        <>
          <dt>{t('topic.yearBefore')}</dt>
          <Figure figure={yearBefore} />
        </>
      )}
      {usual && (
        <>
          <dt>{t('topic.usual')}</dt>
          <dd>
            {t('topic.perThirty', { rate: round(usual.perThirtyDays) })}
            <small>{t('topic.span', { from: dayOf(usual.from), until: dayOf(usual.until - 1) })}</small>
          </dd>
        </>
      )}
    </>
  )
}

const Figure = ({ figure }: { readonly figure: TopicCount | TopicFigure }) => {
  const t = useWords('rating')
  const { from, until, counted } = figure
  const expected = 'expected' in figure ? figure.expected : null
  const days = Math.max(1, Math.round((until - from) / DAY_MS))
  return (
    <dd>
      {expected === null
        ? t('topic.counted', { counted })
        : t('topic.figure', { counted, expected: round(expected) })}
      {days < COMPARED_DAYS &&
        days >= LEAST_DAYS &&
        ` · ${t('topic.perThirty', { rate: round((counted * COMPARED_DAYS) / days) })}`}
      <small>{t('topic.days', { from: dayOf(from), until: dayOf(until - 1), days })}</small>
    </dd>
  )
}
