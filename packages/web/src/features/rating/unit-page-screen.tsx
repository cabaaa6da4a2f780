import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { monthsBefore } from '../../ui/months-before.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { CountedAnew } from './counted-anew.tsx'
import { RateCell } from './rate-cell.tsx'
import { UnitDuties } from './unit-duties.tsx'
import { UnitWrongs } from './unit-wrongs.tsx'
import { UpwardResults } from './upward-results.tsx'
import { useEvaluation } from './use-evaluation.ts'
import { useUnitPage } from './use-upward.ts'
import './evaluation.css'
import './unit-page.css'

const RATES = ['signedInTime', 'solved', 'satisfied', 'onTime', 'reopened'] as const

/** What everybody may know of a unit: what it does, how well, what keeps going wrong and what was done about it. */
export const UnitPageScreen = () => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const { id } = useParams({ from: '/resident/units/$id' })
  const [month, setMonth] = useState<string>()
  const page = useUnitPage(id)
  const rates = useEvaluation({ by: 'item', unit: id, ...(month === undefined ? {} : { month }) })
  const { data } = page
  if (page.isPending)
    return (
      <div className="lx-page">
        <Skeleton count={5} />
      </div>
    )
  if (!data)
    return (
      <div className="lx-page">
        <h1>{t('unit.heading')}</h1>
        <ProblemBanner problem={page.error} onRetry={() => page.refetch()} pending={page.isFetching} />
      </div>
    )
  return (
    <div className="lx-page lx-unit">
      <header>
        <p className="lx-quiet">{t(data.ended ? 'page.ended' : `page.kind.${data.kind}`)}</p>
        <h1>{locale === 'en' ? data.nameEn : data.name}</h1>
        <p className="lx-lead">{t('page.lead')}</p>
      </header>
      <UnitDuties page={data} />
      <section aria-labelledby="unit-rates">
        <h2 id="unit-rates">{t('page.rates')}</h2>
        <Select
          label={t('month')}
          value={month ?? rates.data?.month ?? ''}
          onChange={setMonth}
          options={monthsBefore(rates.data?.at ?? 0).map((one) => ({ value: one, label: say.month(one) }))}
        />
        {rates.error && <ProblemBanner problem={rates.error} onRetry={() => rates.refetch()} />}
        {rates.data?.recounting && <CountedAnew recounting={rates.data.recounting} />}
        {rates.data && !rates.data.recounting && (
          <>
            <dl className="lx-unit-rates">
              {RATES.map((rate) => (
                <div key={rate}>
                  <dt>{t(`rate.${rate}`)}</dt>
                  <dd>
                    <RateCell rate={rates.data.total.rates[rate]} />
                  </dd>
                </div>
              ))}
            </dl>
            <p>
              {t('page.counts', {
                registered: rates.data.total.counts.registered,
                overdue: rates.data.total.counts.openOverdue,
                excluded: rates.data.total.counts.excluded,
              })}
            </p>
            <p className="lx-quiet lx-small">
              {t('page.few', { minimum: rates.data.minimum, confidence: rates.data.confidencePercent })}{' '}
              {t('howSigned')}
            </p>
          </>
        )}
        <Link to="/evaluation">{t('page.all')}</Link>
      </section>
      <UnitWrongs page={data} />
      <UpwardResults unitId={id} />
    </div>
  )
}
