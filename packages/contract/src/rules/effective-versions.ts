import { MINUTE_MS } from './local-day.ts'

/** A version of something that a district decides: from when, and in which order it was decided. */
export type Begun = { readonly version: number; readonly effectiveFrom: number }

/**
 * The version in force at a moment: the last decided of those that have begun. A later decision so replaces what was planned
 * before it, and the version in force only ever grows with time.
 */
export const inForce = <V extends Begun>(versions: readonly V[], moment: number): V | undefined =>
  latest(versions.filter((one) => one.effectiveFrom <= moment))

/** What is decided and has not begun; only the last decision counts. */
export function planned<V extends Begun>(versions: readonly V[], moment: number): V | undefined {
  const last = latest(versions)
  return last && last.effectiveFrom > moment ? last : undefined
}

/** Was this version replaced before it could begin? */
export const neverBegan = (version: Begun, versions: readonly Begun[]): boolean =>
  versions.some((one) => one.version > version.version && one.effectiveFrom <= version.effectiveFrom)

const latest = <V extends Begun>(versions: readonly V[]): V | undefined =>
  versions.reduce<V | undefined>(
    (found, one) => (found && found.version > one.version ? found : one),
    undefined,
  )

/** Longer than any decision takes to be stored. */
const MARGIN_MS = 5_000

/**
 * The earliest moment from which a decision may count: the next full minute. So whatever is being done while the decision is
 * stored falls before it, for the one who does it and for whoever looks it up later.
 */
export const earliest = (now: number): number => Math.ceil((now + MARGIN_MS) / MINUTE_MS) * MINUTE_MS
