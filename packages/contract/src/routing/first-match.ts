import { dayAt, instantOf, isoDateOf, MINUTE_MS, weekdayOf } from '../rules/local-day.ts'
import { isWithin } from '../rules/place-codes.ts'
import {
  type HolidayCalendar,
  isWorkingDayNumber,
  openSpans,
  type UnitHours,
} from '../rules/working-calendar.ts'
import type { DayKind, RoutingCondition, RoutingRule } from './routing-rule.ts'

/** What a rule can look at. `at`: Unix milliseconds of the moment for which it is asked. */
export type RoutedMatter = {
  readonly itemCode: string
  readonly major: string
  /** The grid when it is known, else the community. */
  readonly placeCode: string
  readonly at: number
  readonly answers: readonly { readonly question: string; readonly choice?: string | undefined }[]
}

/** By what time is told: the holidays, and the hours of the district's offices. */
export type RoutingTime = { readonly calendar: HolidayCalendar; readonly office: UnitHours }

/** The first rule that holds, and its place in the order; undefined: none does, and the catalogue's own lead unit counts. */
export function firstMatch(
  rules: readonly RoutingRule[],
  matter: RoutedMatter,
  time: RoutingTime,
): { readonly rule: RoutingRule; readonly index: number } | undefined {
  const index = rules.findIndex(({ when }) => holds(when, matter, time))
  const rule = rules[index]
  return rule && { rule, index }
}

/** Does all that the condition says hold? */
export function holds(when: RoutingCondition, matter: RoutedMatter, time: RoutingTime): boolean {
  const named = when.items.length > 0 || when.majors.length > 0
  return (
    (!named || when.items.includes(matter.itemCode) || when.majors.includes(matter.major)) &&
    (when.places.length === 0 || when.places.some((place) => isWithin(matter.placeCode, place))) &&
    when.answers.every(({ question, choices }) =>
      matter.answers.some((one) => one.question === question && choices.includes(one.choice ?? '')),
    ) &&
    holdsAt(when, matter.at, time)
  )
}

export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function holdsAt(when: RoutingCondition, at: number, { calendar, office }: RoutingTime): boolean {
  const today = dayAt(at, calendar.utcOffsetMinutes)
  const minute = Math.floor((at - instantOf(today, 0, calendar.utcOffsetMinutes)) / MINUTE_MS)
  const span = when.hours && { from: minuteOfDay(when.hours.from), to: minuteOfDay(when.hours.to) }
  if (span && !isInSpan(minute, span)) return false
  // The small hours of a night belong to the evening on which it began.
  const day = span && span.from > span.to && minute < span.to ? today - 1 : today
  return (
    (when.weekdays.length === 0 || when.weekdays.includes(weekdayOf(day) + 1)) &&
    (when.season === null || isInSeason(isoDateOf(day).slice(5), when.season)) &&
    (when.day === null || isDayKind(when.day, { day, today, minute, calendar, office }))
  )
}

/** Minutes from `from` up to, not including, `to`, through the night when `to` comes first. */
export const isInSpan = (
  minute: number,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => (from < to ? from <= minute && minute < to : from <= minute || minute < to)

/** `MM-DD` within a season, over the new year when it ends before it begins. */
export const isInSeason = (
  date: string,
  { from, to }: { readonly from: string; readonly to: string },
): boolean => (from <= to ? from <= date && date <= to : from <= date || date <= to)

function isDayKind(
  kind: DayKind,
  on: RoutingTime & { readonly day: number; readonly today: number; readonly minute: number },
): boolean {
  switch (kind) {
    case 'workingDay':
      return isWorkingDayNumber(on.calendar, on.day)
    case 'restDay':
      return !isWorkingDayNumber(on.calendar, on.day)
    case 'officeHours':
    case 'afterHours': {
      const open = openSpans(on.calendar, on.office, on.today).some(
        ([from, to]) => from <= on.minute && on.minute < to,
      )
      return open === (kind === 'officeHours')
    }
  }
}
