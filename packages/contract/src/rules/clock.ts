import { dayAt, type Instant, instantOf } from './local-day.ts'
import { closingMinute, type HolidayCalendar, type UnitHours, workingDayFrom } from './working-calendar.ts'

/**
 * 紧急工作时 `urgentHour`: hours around the clock. 工作时 `workingHour`: hours while the unit is open.
 * 工作日 `workingDay`: national working days. 自然日 `calendarDay`: every day. (Digital city management practice.)
 */
export type ClockKind = 'urgentHour' | 'workingHour' | 'workingDay' | 'calendarDay'

/** What a clock counts in. */
export type ClockRule = {
  readonly kind: ClockKind
  readonly hours: UnitHours
  readonly calendar: HolidayCalendar
  /**
   * Move a `calendarDay` deadline that falls on a day off to the next working day (民法典 203). Off by default:
   * a limit in 自然日 promises the resident that days off count, and 民法典 204 lets a promise differ from the
   * Code. Switch it on where a statute sets the limit.
   */
  readonly rollover?: boolean
}

/** A clock that runs from `startAt` for `limit` hours (hour kinds, fractions allowed) or whole days (day kinds). */
export type Clock = ClockRule & { readonly limit: number; readonly startAt: Instant }

/** When a clock is due. `provisional`: a counted day lies in a year whose holidays are not published yet. */
export type Deadline = { readonly dueAt: number; readonly provisional: boolean }

/** Do limits of this kind count hours (else whole days)? */
export const countsHours = (kind: ClockKind) => kind === 'urgentHour' || kind === 'workingHour'
/** Does every hour count, so that no calendar is needed? Only asked of hour kinds. */
export const neverCloses = (rule: ClockRule) => rule.kind === 'urgentHour' || rule.hours === 'always'

/** Day 0 of a working-day clock: the working day in whose hours, or before whose opening, the instant lies. */
export function dayZero({ calendar, hours }: ClockRule, at: number): number {
  const offset = calendar.utcOffsetMinutes
  const day = workingDayFrom(calendar, dayAt(at, offset))
  return at < instantOf(day, closingMinute(calendar, hours, day), offset)
    ? day
    : workingDayFrom(calendar, day + 1)
}
