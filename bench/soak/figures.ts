import { percentile } from '../drive/timing.ts'
import { clockName } from './every-clock.ts'
import type { DueClock } from './past.ts'
import type { Sent } from './person.ts'

/** A clock may fire so much after its time, in seconds on the wall: people wait on the wall, whatever the clock of the day shows. */
export const CLOCK_LIMIT_S = 5
export const ERROR_LIMIT = 0.001
export const RECOVERY_LIMIT_S = 60
const WINDOW_MS = 10_000
const STEP_MS = 1_000

/** Milliseconds on the wall. */
export interface Span {
  readonly from: number
  readonly to: number
}

const p95Of = (list: readonly Sent[]): number =>
  percentile(
    list.map(({ ms }) => ms).sort((a, b) => a - b),
    0.95,
  )
export const within = <T extends Sent>(list: readonly T[], { from, to }: Span): readonly T[] =>
  list.filter(({ at }) => at >= from && at < to)

export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly most: number
}
export const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    most: sorted.at(-1) ?? Number.NaN,
  }
}

/** The highest p95 that any ten seconds of this span had: how bad it gets when nothing special happens. */
export function usualP95(readings: readonly Sent[], { from, to }: Span): number {
  let most = Number.NaN
  for (let start = from; start + WINDOW_MS <= to; start += STEP_MS) {
    const p95 = p95Of(within(readings, { from: start, to: start + WINDOW_MS }))
    if (!(p95 <= most)) most = Number.isNaN(p95) ? most : p95
  }
  return most
}

/** Milliseconds after `burst` until the p95 of ten seconds is no more than usual; infinite when it is not within `until`. */
export function recoveryMs(readings: readonly Sent[], burst: Span, until: number, usual: number): number {
  for (let start = burst.to; start + WINDOW_MS <= until; start += STEP_MS)
    if (p95Of(within(readings, { from: start, to: start + WINDOW_MS })) <= usual) return start - burst.to
  return Number.POSITIVE_INFINITY
}

export interface Punctuality {
  /** Seconds on the wall from the due time to the expiry, of those that fired. */
  readonly late: Spread
  readonly byClock: ReadonlyMap<string, Spread>
  /** Beyond the limit, or never fired. */
  readonly beyond: number
  /** Stopped by somebody's step within the limit, after they were due: nothing was left to fire. */
  readonly overtaken: number
}

/** The pace of the day: `speed` times as fast until `end`, as usual from then on; `asked`: when it was looked. Played milliseconds. */
export interface Pace {
  readonly speed: number
  readonly end: number
  readonly asked: number
}

/** Seconds on the wall between two played moments. */
export function wallSeconds(from: number, to: number, { speed, end }: Pace): number {
  const fast = Math.max(0, Math.min(to, end) - Math.min(from, end))
  return (fast / speed + Math.max(0, to - Math.max(from, end))) / 1_000
}

export function punctualityOf(clocks: readonly DueClock[], pace: Pace): Punctuality {
  const fired = clocks.flatMap((one) =>
    one.firedAt === null ? [] : [{ clock: clockName(one), late: wallSeconds(one.dueAt, one.firedAt, pace) }],
  )
  const silent = clocks.filter(({ firedAt }) => firedAt === null)
  const overtaken = silent.filter(
    ({ dueAt, stoppedAt }) => wallSeconds(dueAt, stoppedAt ?? pace.asked, pace) <= CLOCK_LIMIT_S,
  )
  const names = [...new Set(fired.map(({ clock }) => clock))].sort()
  const lateOf = (name: string) => fired.filter(({ clock }) => clock === name).map(({ late }) => late)
  return {
    late: spreadOf(fired.map(({ late }) => late)),
    byClock: new Map(names.map((name) => [name, spreadOf(lateOf(name))])),
    beyond: fired.filter(({ late }) => late > CLOCK_LIMIT_S).length + silent.length - overtaken.length,
    overtaken: overtaken.length,
  }
}
