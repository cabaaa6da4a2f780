import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useSay } from '../../features/case/use-say.ts'
import { CountedAnew } from '../../features/rating/counted-anew.tsx'
import '../../features/rating/evaluation.css'
import { RateCell } from '../../features/rating/rate-cell.tsx'
import { UpwardResults } from '../../features/rating/upward-results.tsx'
import { useEvaluation } from '../../features/rating/use-evaluation.ts'
import { useUnitRecord } from '../../features/rating/use-upward.ts'
import { useWords } from '../../messages/words.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { Problem } from './problem.tsx'

const RATES = ['signedInTime', 'onTime', 'solved', 'satisfied', 'reopened'] as const

/** One unit: its rates of the month, its negative list with what repeats, its rectifications, how it was rated and what it answered. */
export const UnitScreen = () => {
  const t = useWords('rating')
  const say = useSay()
  const time = useTimeWords()
  const { id } = useParams({ from: '/desk/desk/evaluation/$id' })
  const record = useUnitRecord(id)
  const rates = useEvaluation({ by: 'item', unit: id })
  const { data } = record
  return (
    <main id="main" tabIndex={-1} className="desk-page lx-unit-page">
      <h1>{data ? say.name(data) : t('unit.heading')}</h1>
      {record.error && <Problem error={record.error} again={() => void record.refetch()} />}
      {record.isPending && <Skeleton active />}
      {rates.data && (
        <section aria-labelledby="unit-rates">
          <h2 id="unit-rates">{t('unit.rates', { month: time.month(rates.data.month) })}</h2>
          {rates.data.recounting ? (
            <CountedAnew recounting={rates.data.recounting} />
          ) : (
            <dl className="lx-unit-rates">
              {RATES.map((rate) => (
                <div key={rate}>
                  <dt>{t(`rate.${rate}`)}</dt>
                  <dd>{rates.data && <RateCell rate={rates.data.total.rates[rate]} />}</dd>
                </div>
              ))}
            </dl>
          )}
          <p className="desk-quiet">{t('howSigned')}</p>
        </section>
      )}
      {data && (
        <section aria-labelledby="unit-negative">
          <h2 id="unit-negative">{t('unit.negative')}</h2>
          {data.causes.length === 0 && <p>{t('unit.clean')}</p>}
          <ul className="lx-unit-causes">
            {data.causes.map(({ cause, name, times }) => (
              <li key={cause}>{t('unit.times', { name: say.text(name), times })}</li>
            ))}
          </ul>
          {data.repeats.length > 0 && (
            <>
              <h3>{t('unit.repeats')}</h3>
              <ul>
                {data.repeats.map((one) => (
                  <li key={`${one.cause} ${one.itemName}`}>
                    {t('unit.repeat', {
                      item: say.name({ name: one.itemName, nameEn: one.itemNameEn }),
                      name: say.text(one.name),
                      times: one.times,
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <h3>{t('unit.rectifications')}</h3>
          {data.rectifications.length === 0 && <p className="desk-quiet">{t('unit.none')}</p>}
          <ul className="alerts">
            {data.rectifications.map((one) => (
              <li key={one.id}>
                <Link to="/desk/case/$id" params={{ id: one.id }} preload={false} className="alert">
                  <span className="alert-words">
                    <strong>
                      {[
                        one.itemName && say.name({ name: one.itemName, nameEn: one.itemNameEn ?? '' }),
                        ...one.causes.map(say.text),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </strong>
                    <span className="desk-quiet">
                      {[
                        one.number,
                        say.name({ name: one.placeName, nameEn: one.placeNameEn }),
                        say.text(one.stateName),
                        one.dueAt !== null &&
                          t(one.overdue ? 'topic.overdue' : 'topic.due', { due: time.due(one.dueAt) }),
                        one.notSetRight > 0 && t('unit.notSetRight', { times: one.notSetRight }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <UpwardResults unitId={id} />
    </main>
  )
}
