/** The header that carries the server's time has whole seconds: smaller differences are its rounding. */
const ROUNDING_MS = 1_500
/** From here on a person is told that the device is wrong. */
const PLAINLY_WRONG_MS = 5 * 60_000

/** What the server's clock is ahead of this device's; the device may be set wrong, and then everything said of time would be. */
let offset = 0
const onMoving = new Set<() => void>()

/** What the last answer said, and what the two clocks of this device showed then: the one that people set, and the one that only counts. */
let heard: { readonly at: number; readonly shown: number; readonly counted: number } | undefined
/** Somebody set the clock, or the device slept and only one of them went on: how long ago the answer came is not known. */
const APART_MS = 60_000
const onHearing = new Set<() => void>()

/** A demonstration whose day is played is ahead of everybody's clock, and runs faster: known as of an answer. */
let played = { aheadMs: 0, speed: 1, at: 0 }
/** Nobody knows whether it still runs as fast once no answer has said so for as long as the server keeps a speed. */
const SPEED_LASTS_MS = 60_000

const playedAhead = (at: number): number =>
  Math.max(0, played.aheadMs + (played.speed - 1) * Math.min(SPEED_LASTS_MS, at - played.at))

/** How many times as fast as on the wall the server's time runs; 1 unless a day is played. */
export const playedSpeed = (): number => played.speed

/**
 * What the server's clock said when this device's said `at`; both in Unix milliseconds. Exact for the day that is played now: of a
 * moment before it, a demonstration tells a later one, by what was played since.
 */
export const serverTimeAt = (at: number): number => at + offset + playedAhead(at)

/** The present by the server's clock, in Unix milliseconds. */
export const serverNow = (): number => serverTimeAt(Date.now())

/**
 * The server's time on the wall in Unix milliseconds, played or not (ADR 0013); undefined while nobody knows it: before the first
 * answer, and from when this device's clock was set or the device slept until the next one.
 */
export const wallNow = (): number | undefined => {
  if (!heard) return undefined
  const passed = performance.now() - heard.counted
  return Math.abs(Date.now() - heard.shown - passed) < APART_MS ? heard.at + passed : undefined
}

/** Calls each time that the server's time comes to be known; at once, where it is. */
export const whenWallKnown = (call: () => void): void => {
  onHearing.add(call)
  if (wallNow() !== undefined) call()
}

const hear = (at: number): void => {
  const unknown = wallNow() === undefined
  heard = { at, shown: Date.now(), counted: performance.now() }
  if (unknown) for (const call of onHearing) call()
}

/** Calls each time that an answer moves the server's time; what it returns ends that. */
export const whenTimeMoves = (call: () => void): (() => void) => {
  onMoving.add(call)
  return () => void onMoving.delete(call)
}

const moved = () => {
  for (const call of onMoving) call()
}

/** Minutes that this device is fast (slow when negative); 0 while nobody needs to know. */
export const deviceWrongBy = (): number =>
  Math.abs(offset) < PLAINLY_WRONG_MS ? 0 : Math.round(-offset / 60_000)

/**
 * Learns the server's time from an answer. The half of the way there and back is when it was written.
 * @param serverAt Unix milliseconds, in whole seconds
 * @param sentAt,receivedAt Unix milliseconds of this device
 */
export const learnServerTime = (serverAt: number, sentAt: number, receivedAt: number): void => {
  const onTheWay = receivedAt - sentAt
  // Somebody set the clock while the answer was on its way, or it took so long that it says little.
  if (!Number.isFinite(serverAt) || onTheWay < 0 || onTheWay > 10_000) return
  const seen = serverAt + 500 - (sentAt + receivedAt) / 2
  hear(seen + receivedAt)
  if (Math.abs(seen - offset) < ROUNDING_MS + onTheWay / 2) return
  offset = seen
  moved()
}

/** @param told how far ahead played time is, in milliseconds, and its speed, as the server says it; null: nothing is played */
export const learnPlayedTime = (told: string | null): void => {
  const [aheadMs = 0, speed = 1] = (told ?? '0 1').split(' ').map(Number)
  if (!(aheadMs >= 0 && speed >= 1)) return
  const before = playedAhead(Date.now())
  played = { aheadMs, speed, at: Date.now() }
  if (Math.abs(aheadMs - before) >= ROUNDING_MS) moved()
}
