import { type Clock, type ClockRule, countsHours, type Deadline, dayZero, neverCloses } from './clock.ts'
import { dayAt, HOUR_MS, instantOf, toEpochMs } from './local-day.ts'
import {
  assertUnitHours,
  closingMinute,
  isProvisional,
  openSpans,
  workingDayFrom,
} from './working-calendar.ts'

function workingHourDue({ calendar, hours }: ClockRule, startAt: number, limitMs: number): number {
  let left = limitMs
  for (let day = dayAt(startAt, calendar.utcOffsetMinutes); left > 0; day += 1) {
    for (const [open, close] of openSpans(calendar, hours, day)) {
      const from = Math.max(startAt, instantOf(day, open, calendar.utcOffsetMinutes))
      const until = instantOf(day, close, calendar.utcOffsetMinutes)
      if (until <= from) continue
      if (from + left <= until) return from + left
      left -= until - from
    }
  }
  return startAt
}

function hourDeadline(rule: ClockRule, startAt: number, limit: number): Deadline {
  const limitMs = Math.round(limit * HOUR_MS)
  if (neverCloses(rule)) return { dueAt: startAt + limitMs, provisional: false }
  const dueAt = workingHourDue(rule, startAt, limitMs)
  const offset = rule.calendar.utcOffsetMinutes
  return { dueAt, provisional: isProvisional(rule.calendar, dayAt(startAt, offset), dayAt(dueAt, offset)) }
}

function dayDeadline(rule: ClockRule, startAt: number, limit: number): Deadline {
  const { calendar, hours } = rule
  const offset = calendar.utcOffsetMinutes
  const startDay = dayAt(startAt, offset)
  if (rule.kind === 'calendarDay') {
    const lastDay = startDay + limit
    const dueDay = rule.rollover ? workingDayFrom(calendar, lastDay) : lastDay
    const provisional = rule.rollover === true && isProvisional(calendar, lastDay, dueDay)
    return { dueAt: instantOf(dueDay, 1440, offset), provisional }
  }
  let dueDay = dayZero(rule, startAt)
  for (let counted = 0; counted < limit; counted += 1) dueDay = workingDayFrom(calendar, dueDay + 1)
  const dueAt = instantOf(dueDay, closingMinute(calendar, hours, dueDay), offset)
  return { dueAt, provisional: isProvisional(calendar, startDay, dueDay) }
}

/**
 * When the clock is due, in epoch milliseconds. Walks at most the days counted.
 *
 * - Hour kinds run from the very instant (民法典 201, second paragraph); `workingHour` only while the unit is open.
 * - `workingDay`: the day of start is not counted (民法典 201); due when business ends on the Nth working day after
 *   it (民法典 203). A start on a day off or after business counts as received on the next working day, which
 *   then is the day of start. Working days are the nation's also for a unit that never closes; its day ends at 24:00.
 * - `calendarDay`: due at 24:00 of the Nth day after the day of start; see `rollover`.
 *
 * @throws RangeError for a negative or infinite limit, a fraction of a day, hours that are not in order.
 */
export function deadline(clock: Clock): Deadline {
  const { kind, limit } = clock
  if (!(Number.isFinite(limit) && limit >= 0))
    throw new RangeError('A limit is a number of units, zero or more')
  if (!countsHours(kind) && !Number.isInteger(limit)) throw new RangeError('A limit in days is whole')
  assertUnitHours(clock.hours)
  const startAt = toEpochMs(clock.startAt)
  return countsHours(kind) ? hourDeadline(clock, startAt, limit) : dayDeadline(clock, startAt, limit)
}
