import { type Period, wholeMonth } from '@lianxin/contract/routing/simulated-period'
import { DAY_MS } from '@lianxin/contract/rules/local-day'

/** A time against which rules are held: the last thirty days, or a month, `YYYY-MM`. */
export interface NamedPeriod extends Period {
  readonly month: string | null
}

const MONTHS = 3

/** The last whole month first, the ones before it, and the last thirty days up to this minute. */
export const periods = (now: number): readonly NamedPeriod[] => [
  ...Array.from({ length: MONTHS }, (_, index) => wholeMonth(now, index + 1)),
  { month: null, from: now - 30 * DAY_MS, to: now },
]
