import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { HolidayYear } from './modules/case/index.ts'

/** The years whose holidays the library carries, as published by the State Council. A year that it lacks stays provisional. */
export function holidayYears(): readonly HolidayYear[] {
  const { holidays, workdays } = notices
  const years = [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))].sort()
  const of = (days: Readonly<Record<string, string>>, year: number) =>
    Object.keys(days)
      .filter((day) => day.startsWith(`${year}-`))
      .sort()
  return years.map((year) => ({
    year,
    version: 1,
    holidays: of(holidays, year),
    makeUpWorkdays: of(workdays, year),
    source: 'chinese-days 1.5.7',
  }))
}
