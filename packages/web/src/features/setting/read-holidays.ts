import { readCsv } from '@lianxin/contract/rules/read-csv'
import type { HolidayNotice } from '@lianxin/contract/setting/holidays'

const OFF = /^(休|放假|假|off|holiday)/i
const WORKED = /^(班|上班|调休|补班|work)/i
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

export interface ReadHolidays {
  readonly notices: readonly HolidayNotice[]
  /** Lines that say no day, or not whether it is off or worked; a head is such a line, and is passed over. */
  readonly strange: readonly number[]
}

/** A year's notice from a spreadsheet with a day and “休” or “班” in each line. */
export function readHolidays(csv: string): ReadHolidays {
  const years = new Map<number, { holidays: Set<string>; makeUpWorkdays: Set<string> }>()
  const strange: number[] = []
  for (const { line, cells } of readCsv(csv)) {
    const [, year, month, day] = DAY.exec(cells[0]?.trim() ?? '') ?? []
    const said = cells[1]?.trim() ?? ''
    if (!year || !month || !day || !(OFF.test(said) || WORKED.test(said))) {
      if (line > 1) strange.push(line)
      continue
    }
    const days = years.get(Number(year)) ?? { holidays: new Set(), makeUpWorkdays: new Set() }
    years.set(Number(year), days)
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    ;(OFF.test(said) ? days.holidays : days.makeUpWorkdays).add(date)
  }
  const notices = [...years].map(([year, { holidays, makeUpWorkdays }]) => ({
    ...{ year, holidays: [...holidays].toSorted(), makeUpWorkdays: [...makeUpWorkdays].toSorted() },
  }))
  return { notices, strange }
}

/** Notices in the order of years, those of the second list in place of the first's. */
export const replaceYears = (
  notices: readonly HolidayNotice[],
  others: readonly HolidayNotice[],
): readonly HolidayNotice[] =>
  [...notices.filter((one) => others.every(({ year }) => year !== one.year)), ...others].toSorted(
    (one, other) => one.year - other.year,
  )

/** Days in a row as first and last: `10-01–10-07`. */
export function spansOf(days: readonly string[]): readonly string[] {
  const spans: { first: string; last: string }[] = []
  for (const day of days.toSorted()) {
    const open = spans.at(-1)
    if (open && Date.parse(day) - Date.parse(open.last) === 86_400_000) open.last = day
    else spans.push({ first: day, last: day })
  }
  return spans.map(({ first, last }) =>
    first === last ? first.slice(5) : `${first.slice(5)}–${last.slice(5)}`,
  )
}
