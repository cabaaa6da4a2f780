import { beforeEach, expect, test, vi } from 'vitest'

const MINUTE = 60_000
/** What time it really is; the device shows something else. */
const TRUE = Date.UTC(2026, 10, 23, 12, 0, 0)

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  return () => void vi.useRealTimers()
})

const onDeviceThatShows = async (shown: number) => {
  vi.setSystemTime(shown)
  return import('./server-time.ts')
}
/** An answer of the server: its Date header has whole seconds. */
const answered = (truth: number, shown: number, onTheWay = 80) =>
  [Math.floor(truth / 1000) * 1000, shown - onTheWay, shown] as const

test.each([3 * 24 * 60 * MINUTE, -40 * MINUTE, 0])(
  'a device that is wrong by %i ms tells the server’s time after one answer',
  async (wrong) => {
    const { learnServerTime, serverNow } = await onDeviceThatShows(TRUE + wrong)
    learnServerTime(...answered(TRUE, TRUE + wrong))
    expect(Math.abs(serverNow() - TRUE)).toBeLessThan(1_600)
  },
)

test('whole seconds and slow answers do not make the time jump about', async () => {
  const { learnServerTime, serverNow } = await onDeviceThatShows(TRUE)
  for (const late of [10, 300, 700, 990]) {
    learnServerTime(...answered(TRUE + late, TRUE + late, 400))
    expect(serverNow()).toBe(TRUE)
  }
})

test('a device whose clock is set while the page is open is right again with the next answer', async () => {
  const { learnServerTime, serverNow } = await onDeviceThatShows(TRUE + 30 * MINUTE)
  learnServerTime(...answered(TRUE, TRUE + 30 * MINUTE))
  vi.setSystemTime(TRUE + MINUTE)
  learnServerTime(...answered(TRUE + MINUTE, TRUE + MINUTE))
  expect(Math.abs(serverNow() - TRUE - MINUTE)).toBeLessThan(1_600)
})

test('an answer that says no time, or took very long, teaches nothing', async () => {
  const { learnServerTime, serverNow } = await onDeviceThatShows(TRUE)
  learnServerTime(Number.NaN, TRUE, TRUE)
  learnServerTime(TRUE + 60 * MINUTE, TRUE - 30_000, TRUE)
  // The clock went back while the answer was on its way.
  learnServerTime(TRUE + 60 * MINUTE, TRUE + 5_000, TRUE)
  expect(serverNow()).toBe(TRUE)
})

test('a day that is played is told at its own time and speed, and the device is not called wrong for it', async () => {
  const { learnServerTime, learnPlayedTime, serverNow } = await onDeviceThatShows(TRUE)
  learnServerTime(...answered(TRUE, TRUE))
  learnPlayedTime(`${11 * 60 * MINUTE} 100`)
  const begun = serverNow()
  expect(Math.abs(begun - TRUE - 11 * 60 * MINUTE)).toBeLessThan(1_600)
  vi.setSystemTime(TRUE + 10_000)
  expect(serverNow() - begun).toBe(1_000_000)
  // A minute without an answer: the server itself would have gone back to usual speed.
  vi.setSystemTime(TRUE + 10 * MINUTE)
  expect(serverNow() - begun).toBe(10 * MINUTE + 99 * MINUTE)
  learnPlayedTime(null)
  expect(Math.abs(serverNow() - TRUE - 10 * MINUTE)).toBeLessThan(1_600)
})

test('the time on the wall is known from an answer on, and a clock that is set does not move it: until the next one it is not known', async () => {
  const { learnServerTime, learnPlayedTime, wallNow, whenWallKnown } = await onDeviceThatShows(
    TRUE - 400 * 24 * 60 * MINUTE,
  )
  const known = vi.fn()
  whenWallKnown(known)
  expect([wallNow(), known.mock.calls.length]).toEqual([undefined, 0])
  learnServerTime(...answered(TRUE, Date.now()))
  learnPlayedTime(`${6 * 60 * MINUTE} 60`)
  vi.advanceTimersByTime(10 * MINUTE)
  expect(Math.abs((wallNow() ?? 0) - TRUE - 10 * MINUTE)).toBeLessThan(1_600)
  vi.setSystemTime(TRUE + 30 * 24 * 60 * MINUTE)
  expect([wallNow(), known.mock.calls.length]).toEqual([undefined, 1])
  learnServerTime(...answered(TRUE + 11 * MINUTE, Date.now()))
  expect(Math.abs((wallNow() ?? 0) - TRUE - 11 * MINUTE)).toBeLessThan(1_600)
  whenWallKnown(known)
  expect(known.mock.calls.length).toBe(3)
})

test('a command made on a device three days ahead carries the server’s time, so that it is not refused', async () => {
  const shown = TRUE + 3 * 24 * 60 * MINUTE
  const { learnServerTime } = await onDeviceThatShows(shown)
  learnServerTime(...answered(TRUE, shown))
  const { uuidV7 } = await import('../data/uuid-v7.ts')
  const at = Number.parseInt(uuidV7().replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(at - TRUE)).toBeLessThan(1_600)
})

test('what was read a moment ago is told at the time that the server had then', async () => {
  const { learnServerTime, learnPlayedTime, serverNow, serverTimeAt } = await onDeviceThatShows(
    TRUE + 30 * MINUTE,
  )
  learnServerTime(...answered(TRUE, TRUE + 30 * MINUTE))
  learnPlayedTime(`${6 * 60 * MINUTE} 60`)
  const [read, then] = [Date.now(), serverNow()]
  vi.advanceTimersByTime(10_000)
  learnPlayedTime(`${6 * 60 * MINUTE + 59 * 10_000} 60`)
  expect(serverTimeAt(read)).toBe(then)
  // A day before anything was played, it was what the device says, set right.
  expect(Math.abs(serverTimeAt(read - 24 * 60 * MINUTE) - (TRUE - 24 * 60 * MINUTE))).toBeLessThan(1_600)
})
