import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import type { Clock, ClockKind, ClockRule } from './clock.ts'
import { HOUR_MS, toEpochMs } from './local-day.ts'
import {
  type HolidayCalendar,
  type HolidayYear,
  isWorkingDay,
  OFFICE_HOURS,
  opensOrClosesAfter,
  type UnitHours,
  type UnitWeek,
} from './working-calendar.ts'
import { deadline } from './working-time.ts'

const yearFrom = (year: number): HolidayYear => ({
  published: true,
  holidays: Object.keys(notices.holidays).filter((date) => date.startsWith(`${year}-`)),
  makeUpWorkdays: Object.keys(notices.workdays).filter((date) => date.startsWith(`${year}-`)),
})

const CALENDAR: HolidayCalendar = {
  version: 'notices of 2023 to 2026',
  utcOffsetMinutes: 480,
  years: Object.fromEntries([2023, 2024, 2025, 2026].map((year) => [year, yearFrom(year)])),
}

/** China Standard Time, as people write it. */
const cst = (text: string) => toEpochMs(`${text.replace(' ', 'T')}:00+08:00`)
const written = (ms: number) => new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
const office = (kind: ClockKind): ClockRule => ({ kind, hours: OFFICE_HOURS, calendar: CALENDAR })
const due = (rule: ClockRule, startAt: string, limit: number) =>
  written(deadline({ ...rule, startAt: cst(startAt), limit }).dueAt)

describe('working days', () => {
  test.each([
    ['2026-02-13', true, 'an ordinary Friday'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-16', false, 'the eve'],
    ['2026-02-23', false, 'a swapped Monday'],
    ['2026-02-28', true, 'the other Saturday'],
    ['2026-03-07', false, 'an ordinary Saturday'],
    ['2025-09-28', true, 'a Sunday worked for National Day'],
    ['2025-10-08', false, 'the eighth day of 2025, with Mid-Autumn'],
    ['2026-10-08', true, 'the same day of 2026'],
    ['2024-02-29', true, 'a leap day'],
    ['2030-10-01', true, 'a Tuesday of a year without a notice'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDay(CALENDAR, date)).toBe(working)
  })

  test('a day that does not exist is refused', () => {
    for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', 'today']) {
      expect(() => isWorkingDay(CALENDAR, date)).toThrow(RangeError)
    }
  })

  test('a notice that is not out counts for nothing, even if its list is there', () => {
    const draft = { ...CALENDAR, years: { 2026: { ...yearFrom(2026), published: false } } }
    expect(isWorkingDay(draft, '2026-02-14')).toBe(false)
    expect(isWorkingDay(draft, '2026-02-16')).toBe(true)
  })
})

describe('when offices open or close next', () => {
  test.each([
    ['2026-03-02 09:00', '2026-03-02 12:00', 'for lunch'],
    ['2026-03-02 12:00', '2026-03-02 13:00', 'after it: at the minute of closing they are closed'],
    ['2026-03-02 17:55', '2026-03-03 08:30', 'after the night'],
    ['2026-03-06 17:00', '2026-03-09 08:30', 'after a weekend'],
    ['2026-02-13 20:00', '2026-02-14 08:30', 'on a Saturday that is worked'],
    ['2026-02-14 17:00', '2026-02-24 08:30', 'after Spring Festival'],
    ['2024-02-28 18:00', '2024-02-29 08:30', 'on a leap day'],
    ['2024-02-29 16:59', '2024-02-29 17:00', 'in the evening of it'],
    ['2024-02-29 17:00', '2024-03-01 08:30', 'after it'],
    ['2027-12-31 18:00', '2028-01-03 08:30', 'in years without a notice, on a Monday'],
  ])('after %s: %s, %s', (at, expected) => {
    const next = opensOrClosesAfter(CALENDAR, OFFICE_HOURS, cst(at))
    expect(next && written(next)).toBe(expected)
  })

  test('a unit that never closes has no such moment', () => {
    expect(opensOrClosesAfter(CALENDAR, 'always', cst('2026-03-02 09:00'))).toBeNull()
    const week = Array.from({ length: 7 }, () => [
      [0, 720],
      [720, 1440],
    ])
    expect(
      opensOrClosesAfter(
        { ...CALENDAR, years: {} },
        { week } as unknown as UnitHours,
        cst('2026-03-02 09:00'),
      ),
    ).toBeNull()
  })
})

describe('deadlines in working days', () => {
  test.each([
    ['the day of start is not counted', '2026-03-02 09:00', 1, '2026-03-03 17:00'],
    ['a report before opening belongs to that day', '2026-03-02 06:00', 1, '2026-03-03 17:00'],
    ['at the minute of closing it belongs to the next', '2026-03-02 17:00', 1, '2026-03-04 17:00'],
    ['a Saturday report counts as of Monday', '2026-03-07 10:00', 1, '2026-03-10 17:00'],
    ['a make-up Saturday counts', '2026-02-13 10:00', 1, '2026-02-14 17:00'],
    ['Spring Festival does not', '2026-02-13 10:00', 2, '2026-02-24 17:00'],
    ['after hours before the festival', '2026-02-14 18:00', 1, '2026-02-25 17:00'],
    ['during the festival, over a make-up Saturday', '2026-02-18 10:00', 5, '2026-03-02 17:00'],
    ['National Day 2025', '2025-09-30 09:00', 1, '2025-10-09 17:00'],
    ['National Day 2025 to the make-up Saturday', '2025-09-30 09:00', 3, '2025-10-11 17:00'],
    ['National Day 2026 is a day shorter', '2026-09-30 09:00', 1, '2026-10-08 17:00'],
    ['National Day 2026 with its Sunday before', '2026-09-18 09:00', 1, '2026-09-20 17:00'],
    ['a leap day', '2024-02-28 09:00', 1, '2024-02-29 17:00'],
    ['no days at all: the end of the day', '2026-03-02 09:00', 0, '2026-03-02 17:00'],
  ])('%s', (_, startAt, limit, expected) => {
    expect(due(office('workingDay'), startAt, limit)).toBe(expected)
  })

  test('a working day on which the unit keeps no hours ends at midnight', () => {
    const tuesdays: UnitWeek = [[], [[510, 720]], [], [], [], [], []]
    const rule: ClockRule = { ...office('workingDay'), hours: { week: tuesdays } }
    expect(due(rule, '2026-03-02 23:00', 1)).toBe('2026-03-03 12:00')
    expect(due(rule, '2026-03-02 23:00', 2)).toBe('2026-03-05 00:00')
  })

  test('a unit that never closes still counts the nation’s working days, to midnight', () => {
    const heating: ClockRule = { ...office('workingDay'), hours: 'always' }
    expect(due(heating, '2026-02-13 23:00', 2)).toBe('2026-02-25 00:00')
  })
})

describe('deadlines in hours', () => {
  test.each([
    ['over lunch', '2026-03-02 11:00', 2, '2026-03-02 14:00'],
    ['exactly to closing', '2026-03-02 15:00', 2, '2026-03-02 17:00'],
    ['over the weekend', '2026-03-06 16:30', 1, '2026-03-09 09:00'],
    ['over Spring Festival', '2026-02-14 16:00', 2, '2026-02-24 09:30'],
    ['from a holiday', '2025-10-01 12:00', 0.5, '2025-10-09 09:00'],
    ['over a make-up Sunday', '2025-09-26 16:00', 4, '2025-09-28 11:30'],
  ])('working hours run %s', (_, startAt, limit, expected) => {
    expect(due(office('workingHour'), startAt, limit)).toBe(expected)
  })

  test('urgent hours, and the hours of a unit that never closes, run through the festival night', () => {
    expect(due(office('urgentHour'), '2026-02-16 23:00', 2)).toBe('2026-02-17 01:00')
    expect(due({ ...office('workingHour'), hours: 'always' }, '2026-02-16 23:00', 2)).toBe('2026-02-17 01:00')
  })

  test('a unit with a Saturday window works on ordinary Saturdays and rests on holidays', () => {
    const weekday = [[510, 1020]] as const
    const week: UnitWeek = [weekday, weekday, weekday, weekday, weekday, [[540, 720]], []]
    const rule: ClockRule = { ...office('workingHour'), hours: { week } }
    expect(due(rule, '2026-03-06 17:00', 1)).toBe('2026-03-07 10:00')
    expect(due(rule, '2026-02-20 17:00', 1)).toBe('2026-02-24 09:30')
    // A make-up Saturday keeps Monday's hours, not the window's.
    expect(due(rule, '2026-02-27 17:00', 5)).toBe('2026-02-28 13:30')
  })
})

describe('deadlines in calendar days', () => {
  test.each([
    ['to 24:00 of a leap day', '2024-02-28 09:00', 1, false, '2024-03-01 00:00'],
    ['over the end of a February', '2026-02-28 00:00', 1, false, '2026-03-02 00:00'],
    ['into the festival when a promise says so', '2026-02-10 09:00', 7, false, '2026-02-18 00:00'],
    ['past the festival where a statute sets the limit', '2026-02-10 09:00', 7, true, '2026-02-25 00:00'],
    ['not past a make-up Saturday', '2026-02-21 09:00', 7, true, '2026-03-01 00:00'],
  ])('run %s', (_, startAt, limit, rollover, expected) => {
    expect(due({ ...office('calendarDay'), rollover }, startAt, limit)).toBe(expected)
  })
})

describe('a year whose notice is not out', () => {
  test.each([
    ['workingDay', '2026-12-30 09:00', 1, false],
    ['workingDay', '2026-12-31 09:00', 1, true],
    ['workingHour', '2026-12-31 16:00', 1, false],
    ['workingHour', '2026-12-31 16:00', 2, true],
    ['calendarDay', '2026-12-31 09:00', 5, false],
    ['urgentHour', '2027-01-01 09:00', 5, false],
  ] as const)('%s from %s for %d is provisional: %s', (kind, startAt, limit, provisional) => {
    expect(deadline({ ...office(kind), startAt: cst(startAt), limit }).provisional).toBe(provisional)
  })

  test('makes a statutory calendar deadline provisional only when it decides the last day', () => {
    const rule = { ...office('calendarDay'), rollover: true, startAt: cst('2026-12-31 09:00') }
    expect(deadline({ ...rule, limit: 0 }).provisional).toBe(false)
    expect(deadline({ ...rule, limit: 1 }).provisional).toBe(true)
  })
})

describe('what cannot be counted is refused', () => {
  const clock: Clock = { ...office('workingDay'), startAt: cst('2026-03-02 09:00'), limit: 1 }
  test.each([
    ['a negative limit', { limit: -1 }],
    ['no number', { limit: Number.NaN }],
    ['half a day', { limit: 0.5 }],
    ['an instant without its offset', { startAt: '2026-03-02T09:00:00' }],
    ['a day for an instant', { startAt: '2026-03-02' }],
    [
      'hours that overlap',
      {
        hours: {
          week: [
            [
              [0, 60],
              [30, 90],
            ],
            [],
            [],
            [],
            [],
            [],
            [],
          ],
        } satisfies UnitHours,
      },
    ],
    [
      'hours past midnight',
      { hours: { week: [[[1200, 1500]], [], [], [], [], [], []] } satisfies UnitHours },
    ],
    ['a unit that is never open', { hours: { week: [[], [], [], [], [], [], []] } satisfies UnitHours }],
  ])('%s', (_, change: Partial<Clock>) => {
    expect(() => deadline({ ...clock, ...change })).toThrow(RangeError)
  })
})
