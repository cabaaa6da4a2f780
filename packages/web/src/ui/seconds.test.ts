import { expect, test, vi } from 'vitest'
import { learnPlayedTime, serverNow } from './now.ts'
import { secondsStore } from './seconds.ts'

test('a second stands still until the next tick, even where a day is played in a minute and a half', () => {
  vi.useFakeTimers()
  learnPlayedTime('0 1000')
  const heard: number[] = []
  const stop = secondsStore.subscribe(() => heard.push(secondsStore.read()))
  const before = secondsStore.read()
  vi.advanceTimersByTime(900)
  expect(serverNow() - before).toBeGreaterThan(800_000)
  expect(secondsStore.read()).toBe(before)
  vi.advanceTimersByTime(100)
  expect(secondsStore.read()).toBe(Math.floor(serverNow() / 1000) * 1000)
  expect(heard).toEqual([before, before + 1_000_000])
  stop()
  vi.advanceTimersByTime(5_000)
  expect(heard).toHaveLength(2)
  vi.useRealTimers()
})
