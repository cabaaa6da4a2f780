import { expect, test, vi } from 'vitest'
import { seconds, ticking } from './now.ts'
import { learnPlayedTime, serverNow } from './server-time.ts'

test('a second stands still until the next tick, even where a day is played in a minute and a half', () => {
  vi.useFakeTimers()
  learnPlayedTime('0 1000')
  const heard: number[] = []
  const stop = seconds.subscribe(() => heard.push(seconds.read()))
  const before = seconds.read()
  expect(before).toBe(Math.floor(serverNow() / 1000) * 1000)
  vi.advanceTimersByTime(900)
  expect(serverNow() - before).toBeGreaterThan(800_000)
  expect(seconds.read()).toBe(before)
  vi.advanceTimersByTime(100)
  expect(seconds.read()).toBe(Math.floor(serverNow() / 1000) * 1000)
  expect(heard).toEqual([before + 1_000_000])
  stop()
  vi.advanceTimersByTime(5_000)
  expect(heard).toHaveLength(1)
  vi.useRealTimers()
})

test('all who listen are told together, at each tick and when an answer moves the time; whoever comes back reads the present', () => {
  vi.useFakeTimers()
  learnPlayedTime(null)
  const clock = ticking(30_000)
  const told = [vi.fn(), vi.fn()]
  const stops = told.map((each) => clock.subscribe(each))
  vi.advanceTimersByTime(30_000)
  expect(clock.read()).toBe(serverNow())
  learnPlayedTime('3600000 1')
  expect(clock.read()).toBe(serverNow())
  expect(told.map(({ mock }) => mock.calls.length)).toEqual([2, 2])
  for (const stop of stops) stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(90_000)
  learnPlayedTime(null)
  const stop = clock.subscribe(() => {})
  expect(clock.read()).toBe(serverNow())
  stop()
  vi.useRealTimers()
})
