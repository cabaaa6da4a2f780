import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, dayAt, instantOf } from '@lianxin/contract/rules/local-day'
import type { Period } from './use-routing.ts'

/** A time against which rules are held: the last thirty days, or a month, `YYYY-MM`. */
export interface NamedPeriod extends Period {
  readonly month: string | null
}

const MONTHS = 3

/** The last thirty days up to this minute, and the months before this one. */
export function periods(now: number): readonly NamedPeriod[] {
  const local = new Date(dayAt(now, CHINA_UTC_OFFSET_MINUTES) * DAY_MS)
  const monthStart = (back: number) =>
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1) / DAY_MS
  const begin = (back: number) => instantOf(monthStart(back), 0, CHINA_UTC_OFFSET_MINUTES)
  return [
    { month: null, from: now - 30 * DAY_MS, to: now },
    ...Array.from({ length: MONTHS }, (_, index) => ({
      month: new Date(monthStart(index + 1) * DAY_MS).toISOString().slice(0, 7),
      from: begin(index + 1),
      to: begin(index),
    })),
  ]
}
