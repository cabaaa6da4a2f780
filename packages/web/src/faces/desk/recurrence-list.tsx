import { Skeleton } from 'antd'
import { Repeat } from 'lucide-react'
import { useSay } from '../../features/case/use-say.ts'
import { chanceText } from '../../features/rating/chance-text.ts'
import type { EvaluationSearch } from '../../features/rating/evaluation-search.ts'
import { RecurringBuildings } from '../../features/rating/recurring-buildings.tsx'
import { type OpenedNumber, useRecurrences } from '../../features/rating/use-evaluation.ts'
import { useWords } from '../../messages/words.ts'
import { Problem } from './problem.tsx'

/** The matters behind a proposal: a figure of its own. */
export interface Recurring {
  readonly search: EvaluationSearch
  readonly opened: OpenedNumber
}

interface ListProps {
  readonly search: EvaluationSearch
  readonly open: (recurring: Recurring) => void
}

/** What keeps happening somewhere beyond chance and season, with the evidence behind each. */
export const RecurrenceList = ({ search, open }: ListProps) => {
  const t = useWords('rating')
  const say = useSay()
  const found = useRecurrences(search.month)
  const { data } = found
  return (
    <section aria-labelledby="recurrences">
      <h2 id="recurrences">{t('recurrence.heading')}</h2>
      {found.error && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton active title={false} />}
      {data?.recounting && <p className="desk-quiet">{t('recurrence.recounting')}</p>}
      {data && !data.recounting && (
        <>
          <p className="desk-quiet">
            {t('recurrence.what', {
              month: data.month,
              months: data.monthsBefore,
              tested: data.tested,
              percent: data.falseAlarmPercent,
            })}
          </p>
          {data.proposals.length === 0 && <p>{t('recurrence.none')}</p>}
          <ul className="alerts">
            {data.proposals.map((one) => {
              const name = `${say.name({ name: one.placeName, nameEn: one.placeNameEn })} · ${say.name({ name: one.itemName, nameEn: one.itemNameEn })}`
              const number = { key: one.itemCode, name, count: 'registered' } as const
              const within = { by: 'item', month: data.month, place: one.placeCode } as const
              return (
                <li key={`${one.itemCode} ${one.placeCode}`} className="alert">
                  <Repeat aria-hidden="true" />
                  <span className="alert-words">
                    <strong>{name}</strong>
                    <span className="desk-quiet">
                      {t('recurrence.row', { now: one.now, expected: Math.round(one.expected * 10) / 10 })}
                      {' · '}
                      {t('recurrence.chance', { p: chanceText(one.p) })}
                    </span>
                    <RecurringBuildings buildings={one.buildings} />
                  </span>
                  <button
                    type="button"
                    className="lx-number"
                    onClick={() => open({ search: within, opened: number })}
                  >
                    {t('recurrence.open')}
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
