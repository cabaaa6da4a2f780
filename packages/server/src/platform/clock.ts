/** Where the time comes from. Only the edge holds one; `decide` is given the moment as an argument. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that a test moves by hand. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void
}

/** Stands still at `start` (a moment, a Date, or an ISO string that names its offset) until it is advanced. */
export function testClock(start: number | Date | string): TestClock {
  let moment = typeof start === 'number' ? start : new Date(start).getTime()
  if (!Number.isFinite(moment)) throw new RangeError(`not a moment: ${String(start)}`)
  return {
    now: () => moment,
    advance(milliseconds) {
      // Time that runs backwards would let a test prove what a running installation never meets.
      if (!(milliseconds >= 0)) throw new RangeError('a clock only goes forward')
      moment += milliseconds
    },
  }
}
