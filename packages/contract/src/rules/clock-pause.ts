import { type Clock, type ClockRule, type Deadline, dayZero, neverCloses } from './clock.ts'
import { dayAt, HOUR_MS, type Instant, instantOf, toEpochMs } from './local-day.ts'
import { isWorkingDayNumber, openSpans } from './working-calendar.ts'
import { deadline } from './working-time.ts'

function workingDaysBetween(rule: ClockRule, from: number, to: number): number {
  const lastDay = dayZero(rule, to)
  let days = 0
  for (let day = dayZero(rule, from) + 1; day <= lastDay; day += 1) {
    if (isWorkingDayNumber(rule.calendar, day)) days += 1
  }
  return days
}

function openMsBetween({ calendar, hours }: ClockRule, from: number, to: number): number {
  const offset = calendar.utcOffsetMinutes
  const lastDay = dayAt(to, offset)
  let ms = 0
  for (let day = dayAt(from, offset); day <= lastDay; day += 1) {
    for (const [open, close] of openSpans(calendar, hours, day)) {
      const begins = Math.max(from, instantOf(day, open, offset))
      const ends = Math.min(to, instantOf(day, close, offset))
      ms += Math.max(0, ends - begins)
    }
  }
  return ms
}

/**
 * Units consumed from `startAt` to `until`: hours with fractions, or days begun after the day of start, counting
 * the day in which `until` lies (a day ends at its closing or at 24:00). Zero when `until` is not later.
 */
export function elapsed(clock: ClockRule & { readonly startAt: Instant }, until: Instant): number {
  const from = toEpochMs(clock.startAt)
  const to = Math.max(from, toEpochMs(until))
  const offset = clock.calendar.utcOffsetMinutes
  if (clock.kind === 'calendarDay') return dayAt(to, offset) - dayAt(from, offset)
  if (clock.kind === 'workingDay') return workingDaysBetween(clock, from, to)
  return (neverCloses(clock) ? to - from : openMsBetween(clock, from, to)) / HOUR_MS
}

/** Units left when a clock is paused at `at`, to be stored with the pause. Negative: overdue by so many. */
export function remaining(clock: Clock, at: Instant): number {
  const left = clock.limit - elapsed(clock, at)
  // A rolled-over deadline may still lie ahead although its days are used up.
  return left < 0 && toEpochMs(at) < deadline(clock).dueAt ? 0 : left
}

/**
 * The new deadline of a clock that was paused with `left` units and runs again from `at`. In day kinds the day of
 * resuming is not counted, as the day of start was not, so pausing and resuming within one day changes nothing.
 * A clock that was overdue when paused is due at once.
 */
export function resumeAt(rule: ClockRule, left: number, at: Instant): Deadline {
  return left < 0
    ? { dueAt: toEpochMs(at), provisional: false }
    : deadline({ ...rule, limit: left, startAt: at })
}
