import { expect, test } from 'vitest'
import { DAY_MS } from '../rules/local-day.ts'
import { simulatedPeriod } from './simulated-period.ts'

const NOW = Date.parse('2027-03-15T09:00+08:00')
const day = (back: number) => NOW - back * DAY_MS

test('who names no time asks for the last whole month, as China counts it', () => {
  expect(simulatedPeriod({}, NOW)).toEqual({
    from: Date.parse('2027-02-01T00:00+08:00'),
    to: Date.parse('2027-03-01T00:00+08:00'),
  })
})

test.each([
  ['a week', day(7), NOW, true],
  ['92 days', day(92), NOW, true],
  ['93 days', day(93), NOW, false],
  ['two years ago', day(731), day(720), true],
  ['three years ago', day(1096), day(1090), false],
  ['what has not begun', NOW + DAY_MS, NOW + 2 * DAY_MS, false],
  ['an end before its beginning', NOW, day(1), false],
])('%s', (_what, from, to, isFine) => {
  expect(simulatedPeriod({ from, to }, NOW)).toEqual(
    isFine ? { from, to } : { refusal: 'routing.simulation-period', values: { days: 92 } },
  )
})
