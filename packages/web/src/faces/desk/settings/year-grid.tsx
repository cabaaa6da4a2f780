import { spansOf } from '../../../features/setting/read-holidays.ts'
import { useWords } from '../../../messages/words.ts'
import { usePreferences } from '../../../ui/preferences.ts'

interface YearGridProps {
  readonly year: number
  readonly holidays: readonly string[]
  readonly makeUpWorkdays: readonly string[]
}

const daysOf = (year: number, month: number) => {
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month, index + 1)))
}

/** A year at a glance: what is off, what is worked on a weekend. The same is said in words below it. */
export const YearGrid = ({ year, holidays, makeUpWorkdays }: YearGridProps) => {
  const t = useWords('setting')
  const { locale } = usePreferences()
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const toneOf = (day: Date) => {
    const date = day.toISOString().slice(0, 10)
    if (makeUpWorkdays.includes(date)) return 'worked'
    if (holidays.includes(date)) return 'off'
    return day.getUTCDay() % 6 === 0 ? 'weekend' : undefined
  }
  return (
    <>
      <div className="year-grid" aria-hidden="true">
        {Array.from({ length: 12 }, (_, month) => (
          <div key={monthName.format(Date.UTC(year, month))} className="year-month">
            <span>{monthName.format(Date.UTC(year, month))}</span>
            <div className="year-days">
              {daysOf(year, month).map((day) => (
                <span
                  key={day.toISOString()}
                  data-tone={toneOf(day)}
                  {...(day.getUTCDate() === 1
                    ? { style: { gridColumnStart: ((day.getUTCDay() + 6) % 7) + 1 } }
                    : {})}
                >
                  {day.getUTCDate()}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p className="year-words">
        <span data-tone="off">{t('holidays.off', { days: holidays.length })}</span>{' '}
        {spansOf(holidays).join(' · ')}
      </p>
      <p className="year-words">
        <span data-tone="worked">{t('holidays.worked', { days: makeUpWorkdays.length })}</span>{' '}
        {spansOf(makeUpWorkdays).join(' · ')}
      </p>
    </>
  )
}
