import { expect, test } from 'vitest'
import {
  type Burden,
  minutesAMonth,
  minutesIn,
  minutesOfGrid,
  monthOf,
  monthSpan,
  monthsAhead,
  occasionAt,
  occasions,
} from './burden.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const burden = (frequency: Burden['frequency'], from: string, until: string): Burden => ({
  minutes: 12,
  frequency,
  fromAt: at(from),
  untilAt: at(until),
})

test('a month is the district’s own, whatever the zone of the machine', () => {
  expect(monthOf(at('2026-12-01T00:00:00'))).toBe('2026-12')
  expect(monthOf(at('2026-11-30T23:59:59'))).toBe('2026-11')
  expect(monthSpan('2026-12')).toEqual([at('2026-12-01T00:00:00'), at('2027-01-01T00:00:00')])
})

test.each([
  ['once', '2026-01-31T09:00:00', '2026-12-31T00:00:00', ['2026-01-31T09:00:00']],
  [
    'weekly',
    '2026-02-20T09:00:00',
    '2026-03-10T00:00:00',
    ['2026-02-20T09:00:00', '2026-02-27T09:00:00', '2026-03-06T09:00:00'],
  ],
  [
    'monthly',
    '2026-01-31T09:00:00',
    '2026-04-30T00:00:00',
    ['2026-01-31T09:00:00', '2026-02-28T09:00:00', '2026-03-31T09:00:00'],
  ],
  [
    'quarterly',
    '2026-11-30T09:00:00',
    '2027-06-01T00:00:00',
    ['2026-11-30T09:00:00', '2027-02-28T09:00:00', '2027-05-30T09:00:00'],
  ],
  [
    'yearly',
    '2028-02-29T09:00:00',
    '2030-03-01T00:00:00',
    ['2028-02-29T09:00:00', '2029-02-28T09:00:00', '2030-02-28T09:00:00'],
  ],
] as const)(
  '%s from %s until %s comes on the same day, or the last of a shorter month',
  (frequency, from, until, expected) => {
    expect(occasions(burden(frequency, from, until))).toEqual(expected.map(at))
  },
)

test('the month counts its own occasions, and the occasion is the last that has begun', () => {
  const weekly = burden('weekly', '2026-02-20T09:00:00', '2026-12-31T00:00:00')
  expect(minutesIn(weekly, '2026-02')).toBe(24)
  expect(minutesIn(weekly, '2026-05')).toBe(60)
  expect(minutesIn(weekly, '2026-01')).toBe(0)
  expect(occasionAt(weekly, at('2026-02-26T09:00:00'))).toBe(at('2026-02-20T09:00:00'))
  expect(occasionAt(weekly, at('2026-02-20T08:59:00'))).toBeUndefined()
})

test('twelve minutes of 131 communities each month are 26 hours', () => {
  expect(minutesAMonth(12, 'monthly', 131)).toBe(1572)
  expect(minutesAMonth(12, 'once', 131)).toBe(1572)
  expect(minutesAMonth(12, 'weekly', 1)).toBeCloseTo(52.1)
})

test('the months that are judged are those in which it falls due, from this one on, as many as a year has', () => {
  const quarterly = burden('quarterly', '2026-01-15T00:00:00', '2026-12-31T00:00:00')
  expect(monthsAhead(quarterly, at('2026-04-20T00:00:00'))).toEqual(['2026-04', '2026-07', '2026-10'])
  expect(
    monthsAhead(burden('once', '2026-01-15T00:00:00', '2026-12-31T00:00:00'), at('2026-02-01T00:00:00')),
  ).toEqual([])
  expect(
    monthsAhead(burden('weekly', '2026-01-01T00:00:00', '2028-12-31T00:00:00'), at('2026-01-01T00:00:00')),
  ).toHaveLength(12)
})

test('what a community does once is shared by its grids', () => {
  expect([
    minutesOfGrid(120, 'community', 8),
    minutesOfGrid(30, 'grid', 8),
    minutesOfGrid(5, 'community', 0),
  ]).toEqual([15, 30, 5])
})
