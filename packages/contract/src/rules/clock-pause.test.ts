import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock, ClockKind } from './clock.ts'
import { elapsed, remaining, resumeAt } from './clock-pause.ts'
import { DAY_MS, dayOfIsoDate, HOUR_MS, instantOf, isoDateOf, toEpochMs } from './local-day.ts'
import {
  type HolidayCalendar,
  isOpenAt,
  OFFICE_HOURS,
  opensOrClosesAfter,
  type UnitHours,
} from './working-calendar.ts'
import { deadline } from './working-time.ts'

const minutesOfDay = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
const someSpans = minutesOfDay.map((minutes) => {
  const sorted = minutes.toSorted((a, b) => a - b)
  return Array.from(
    { length: Math.floor(sorted.length / 2) },
    (_, i) => [sorted[2 * i] ?? 0, sorted[2 * i + 1] ?? 0] as const,
  )
})
const day = fc.oneof({ weight: 4, arbitrary: someSpans }, { weight: 1, arbitrary: fc.constant([]) })
const someHours: fc.Arbitrary<UnitHours> = fc.oneof(
  fc.constant(OFFICE_HOURS),
  fc.constant('always' as const),
  fc.record({ week: fc.tuple(someSpans, day, day, day, day, day, day) }),
)
const kinds = fc.constantFrom<ClockKind>('urgentHour', 'workingHour', 'workingDay', 'calendarDay')
/** Any notices for 2024 and 2025, the second perhaps not out; days in both lists are worked. */
const someDates = fc
  .array(fc.integer({ min: dayOfIsoDate('2024-01-01'), max: dayOfIsoDate('2025-12-31') }), { maxLength: 60 })
  .map((days) => days.map(isoDateOf))
const someCalendar: fc.Arbitrary<HolidayCalendar> = fc
  .tuple(someDates, someDates, fc.boolean(), fc.constantFrom(480, 0, -210))
  .map(([holidays, makeUpWorkdays, published, utcOffsetMinutes]) => ({
    version: 'any',
    utcOffsetMinutes,
    years: {
      2024: { published: true, holidays, makeUpWorkdays },
      2025: { published, holidays, makeUpWorkdays },
    },
  }))
const someRule = fc.record({ kind: kinds, hours: someHours, rollover: fc.boolean(), calendar: someCalendar })
/** Whole minutes, often exactly midnight or a boundary of office hours. */
const someInstant = fc
  .tuple(
    fc.integer({ min: dayOfIsoDate('2023-12-20'), max: dayOfIsoDate('2026-01-10') }),
    fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 510, 720, 780, 1020)),
  )
  .map(([localDay, minute]) => instantOf(localDay, minute, 480))
const someClock: fc.Arbitrary<Clock> = fc
  .tuple(someRule, someInstant, fc.nat(40), fc.nat(59))
  .map(([rule, startAt, limit, minutes]) => ({
    ...rule,
    startAt,
    limit: rule.kind.endsWith('Hour') ? (limit * 60 + minutes) / 60 : limit,
  }))
const startOf = (clock: Clock) => toEpochMs(clock.startAt)
const atMostDue = (clock: Clock, share: number) =>
  startOf(clock) + Math.floor(((deadline(clock).dueAt - startOf(clock)) * share) / 1000)

describe('every clock', () => {
  test('is due no earlier than it starts', () => {
    fc.assert(
      fc.property(someClock, (clock) => {
        expect(deadline(clock).dueAt).toBeGreaterThanOrEqual(startOf(clock))
      }),
    )
  })

  test('is due no earlier when it starts later or has more time', () => {
    fc.assert(
      fc.property(someClock, fc.integer({ min: 0, max: 5 * DAY_MS }), fc.nat(5), (clock, later, more) => {
        const { dueAt } = deadline(clock)
        expect(deadline({ ...clock, startAt: startOf(clock) + later }).dueAt).toBeGreaterThanOrEqual(dueAt)
        expect(deadline({ ...clock, limit: clock.limit + more }).dueAt).toBeGreaterThanOrEqual(dueAt)
      }),
    )
  })

  test('has used up exactly its limit when it is due', () => {
    fc.assert(
      fc.property(someClock, (clock) => {
        const { dueAt } = deadline(clock)
        if (clock.kind.endsWith('Hour')) expect(elapsed(clock, dueAt)).toBe(clock.limit)
        // A day ends at its closing: a moment before, the last day still runs; from then on it is over.
        else if (!(clock.kind === 'calendarDay' && clock.rollover)) {
          expect(elapsed(clock, dueAt - 1)).toBe(clock.limit)
          expect(elapsed(clock, dueAt)).toBe(clock.limit + 1)
        }
      }),
    )
  })

  test('paused and resumed at once is due when it was', () => {
    fc.assert(
      fc.property(someClock, fc.nat(999), (clock, share) => {
        const at = atMostDue(clock, share)
        expect(resumeAt(clock, remaining(clock, at), at).dueAt).toBe(deadline(clock).dueAt)
      }),
    )
  })

  test('paused for a while uses what was left and nothing of the pause', () => {
    fc.assert(
      fc.property(someClock, fc.nat(999), fc.nat(30 * DAY_MS), (clock, share, pause) => {
        const pausedAt = atMostDue(clock, share)
        const resumedAt = pausedAt + pause
        const { dueAt } = resumeAt(clock, remaining(clock, pausedAt), resumedAt)
        expect(dueAt).toBeGreaterThanOrEqual(deadline(clock).dueAt)
        if (!clock.kind.endsWith('Hour')) return
        const used = elapsed(clock, pausedAt) + elapsed({ ...clock, startAt: resumedAt }, dueAt)
        expect(Math.abs(used - clock.limit) * HOUR_MS).toBeLessThan(1)
      }),
    )
  })

  test('time runs only forward', () => {
    fc.assert(
      fc.property(someClock, fc.nat(DAY_MS), (clock, ms) => {
        expect(elapsed(clock, startOf(clock) - ms)).toBe(0)
      }),
    )
  })
})

/** A week in March 2026 without any day off but its weekend. */
const march: HolidayCalendar = { version: 'March 2026', utcOffsetMinutes: 480, years: {} }
const cst = (text: string) => toEpochMs(`${text.replace(' ', 'T')}:00+08:00`)

describe('a pause in working days', () => {
  const clock = (limit: number): Clock => ({
    kind: 'workingDay',
    hours: OFFICE_HOURS,
    calendar: march,
    startAt: cst('2026-03-02 10:00'),
    limit,
  })

  test('a clock that was overdue when paused is due at once when resumed', () => {
    const left = remaining(clock(1), cst('2026-03-05 09:00'))
    expect(left).toBe(-2)
    expect(resumeAt(clock(1), left, cst('2026-03-10 09:00')).dueAt).toBe(cst('2026-03-10 09:00'))
  })

  test('from Tuesday to Friday moves a three-day deadline by three days', () => {
    expect(deadline(clock(3)).dueAt).toBe(cst('2026-03-05 17:00'))
    const left = remaining(clock(3), cst('2026-03-03 15:00'))
    expect(resumeAt(clock(3), left, cst('2026-03-06 09:00')).dueAt).toBe(cst('2026-03-10 17:00'))
  })
})

test('a statutory deadline moved to Monday is not overdue when paused on the Sunday before', () => {
  const clock: Clock = {
    kind: 'calendarDay',
    rollover: true,
    hours: OFFICE_HOURS,
    calendar: march,
    startAt: cst('2026-03-02 10:00'),
    limit: 5,
  }
  expect(deadline(clock).dueAt).toBe(cst('2026-03-10 00:00'))
  const left = remaining(clock, cst('2026-03-08 12:00'))
  expect(left).toBe(0)
  expect(resumeAt(clock, left, cst('2026-03-08 12:00')).dueAt).toBe(cst('2026-03-10 00:00'))
  expect(remaining(clock, cst('2026-03-10 00:00'))).toBe(-3)
})

test('offices stay as they are until the moment at which they open or close, and not longer', () => {
  fc.assert(
    fc.property(someRule, someInstant, fc.nat(59_999), ({ hours, calendar }, minute, more) => {
      const at = minute + more
      const next = opensOrClosesAfter(calendar, hours, at)
      if (next === null) return
      expect(next).toBeGreaterThan(at)
      const isOpen = isOpenAt(calendar, hours, at)
      expect(isOpenAt(calendar, hours, next)).toBe(!isOpen)
      const open = elapsed({ kind: 'workingHour', hours, calendar, startAt: at }, next)
      expect(open).toBe(isOpen ? (next - at) / HOUR_MS : 0)
    }),
  )
})
