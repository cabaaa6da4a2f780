import { dayAt, dayOfIsoDate, instantOf, isoDateOf, weekdayOf, yearOf } from './local-day.ts'

/** One year of the State Council's yearly notice on holidays (国务院办公厅关于部分节假日安排的通知). */
export type HolidayYear = {
  /** False until the notice is out: the year then counts Monday to Friday, whatever the lists say. */
  readonly published: boolean
  /** Days off, `YYYY-MM-DD`, swapped days (调休) included. */
  readonly holidays: readonly string[]
  /** Weekend days that are worked instead, `YYYY-MM-DD`. */
  readonly makeUpWorkdays: readonly string[]
}

/**
 * Versioned holiday data, handed in by the caller. A notice can also swap the last days of December of the year
 * before it: load both years under a new `version` and recompute open clocks.
 */
export type HolidayCalendar = {
  readonly version: string
  /** Minutes ahead of UTC; 480 for China. */
  readonly utcOffsetMinutes: number
  readonly years: Readonly<Record<number, HolidayYear>>
}

/** Opening spans of one day in minutes after midnight, `[start, end)`, ascending, end ≤ 1440. */
export type DaySpans = readonly (readonly [startMinute: number, endMinute: number])[]

/** A unit's week, Monday first. Hours on Saturday or Sunday are kept on ordinary weekends. */
export type UnitWeek = readonly [DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans]

/** `always` is a unit that never closes (heating, water, police): 24 × 7, holidays included. */
export type UnitHours = 'always' | { readonly week: UnitWeek }

const OFFICE_DAY: DaySpans = [
  [8 * 60 + 30, 12 * 60],
  [13 * 60, 17 * 60],
]

/**
 * Office hours of Shenyang's public bodies as commonly posted: Monday to Friday 08:30–12:00 and 13:00–17:00.
 * A starting value: each unit's hours are configuration.
 */
export const OFFICE_HOURS: UnitHours = {
  week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []],
}

type DayClass = 'weekday' | 'weekend' | 'holiday' | 'makeUpWorkday'

function classify(calendar: HolidayCalendar, day: number): DayClass {
  const year = calendar.years[yearOf(day)]
  if (year?.published) {
    const date = isoDateOf(day)
    if (year.makeUpWorkdays.includes(date)) return 'makeUpWorkday'
    if (year.holidays.includes(date)) return 'holiday'
  }
  return weekdayOf(day) < 5 ? 'weekday' : 'weekend'
}

/** Is the local day a national working day? The same answer as `isWorkingDay`, by day number. */
export function isWorkingDayNumber(calendar: HolidayCalendar, day: number): boolean {
  const dayClass = classify(calendar, day)
  return dayClass === 'weekday' || dayClass === 'makeUpWorkday'
}

/** The first national working day on or after a local day. */
export function workingDayFrom(calendar: HolidayCalendar, day: number): number {
  let found = day
  while (!isWorkingDayNumber(calendar, found)) found += 1
  return found
}

/**
 * Is `date` (`YYYY-MM-DD`) a national working day: Monday to Friday or a make-up workday, and no holiday?
 * @throws RangeError when there is no such day.
 */
export const isWorkingDay = (calendar: HolidayCalendar, date: string): boolean =>
  isWorkingDayNumber(calendar, dayOfIsoDate(date))

/** When the unit is open on a local day. Closed on holidays; make-up workdays keep Monday's hours. */
export function openSpans(calendar: HolidayCalendar, hours: UnitHours, day: number): DaySpans {
  if (hours === 'always') return [[0, 1440]]
  const dayClass = classify(calendar, day)
  if (dayClass === 'holiday') return []
  return hours.week[dayClass === 'makeUpWorkday' ? 0 : weekdayOf(day)] ?? []
}

/** Minute at which business ends on a local day; 1440 (24:00, 民法典 203) where the unit keeps no hours that day. */
export const closingMinute = (calendar: HolidayCalendar, hours: UnitHours, day: number): number =>
  openSpans(calendar, hours, day).at(-1)?.[1] ?? 1440

/** Is the unit open at an instant (epoch ms)? At the minute of closing it is closed. */
export function isOpenAt(calendar: HolidayCalendar, hours: UnitHours, at: number): boolean {
  const day = dayAt(at, calendar.utcOffsetMinutes)
  return openSpans(calendar, hours, day).some(
    ([open, close]) =>
      at >= instantOf(day, open, calendar.utcOffsetMinutes) &&
      at < instantOf(day, close, calendar.utcOffsetMinutes),
  )
}

/** No holiday keeps an office closed, and no week without an end open, for so many days. */
const LONGEST_DAYS = 60

/** When the unit next closes, or opens where it is closed (epoch ms); null for one that never does. */
export function opensOrClosesAfter(calendar: HolidayCalendar, hours: UnitHours, at: number): number | null {
  if (hours === 'always') return null
  const first = dayAt(at, calendar.utcOffsetMinutes)
  const isOpen = isOpenAt(calendar, hours, at)
  for (let day = first; day <= first + LONGEST_DAYS; day += 1) {
    for (const minute of openSpans(calendar, hours, day).flat()) {
      const moment = instantOf(day, minute, calendar.utcOffsetMinutes)
      if (moment > at && isOpenAt(calendar, hours, moment) !== isOpen) return moment
    }
  }
  return null
}

/** Does any local day from `first` to `last` lie in a year whose notice is not out? */
export function isProvisional(calendar: HolidayCalendar, first: number, last: number): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!calendar.years[year]?.published) return true
  }
  return false
}

/**
 * Refuses hours that could not be walked.
 * @throws RangeError when spans overlap, leave the day or are unsorted, or the week has none at all.
 */
export function assertUnitHours(hours: UnitHours): void {
  if (hours === 'always') return
  for (const spans of hours.week) {
    let previousEnd = 0
    for (const [start, end] of spans) {
      if (!(start >= previousEnd && start < end && end <= 1440))
        throw new RangeError('Unit hours are not in order')
      previousEnd = end
    }
  }
  if (hours.week.every((spans) => spans.length === 0))
    throw new RangeError('A unit without hours meets no deadline')
}
