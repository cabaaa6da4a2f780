import { expect, test } from 'vitest'
import { systemClock, testClock } from './clock.ts'

test('the system clock tells the time of the machine', () => {
  const before = Date.now()
  const told = systemClock.now()
  expect(told).toBeGreaterThanOrEqual(before)
  expect(told).toBeLessThanOrEqual(Date.now())
})

test('a test clock stands still until it is advanced', () => {
  const clock = testClock('2026-03-02T09:00:00+08:00')
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T01:00:00.000Z')
  clock.advance(90_000)
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T01:01:30.000Z')
})

test('a test clock refuses to go backwards or to start at no moment', () => {
  expect(() => testClock(0).advance(-1)).toThrow('only goes forward')
  expect(() => testClock(0).advance(Number.NaN)).toThrow('only goes forward')
  expect(() => testClock('yesterday')).toThrow('not a moment')
})
