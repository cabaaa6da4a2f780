import { type Refusal, refuse } from '../errors.ts'
import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, dayAt, instantOf } from '../rules/local-day.ts'

/** The longest time against which rules are held at once. */
export const MOST_SIMULATED_DAYS = 92
/** How long ago it may begin: older matters went to units and by a catalogue that are no more. */
export const OLDEST_SIMULATED_DAYS = 731
/** As many matters as are looked at at once: a month of a large district many times over. */
export const MOST_SIMULATED_MATTERS = 50_000

/** From the first instant up to, not including, the last. */
export type Period = { readonly from: number; readonly to: number }

/** A whole month before the one in which `now` lies, as China counts: `back` 1 is the last one. */
export function wholeMonth(now: number, back: number): Period & { readonly month: string } {
  const local = new Date(dayAt(now, CHINA_UTC_OFFSET_MINUTES) * DAY_MS)
  const dayOf = (months: number) => Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months, 1) / DAY_MS
  const begin = (months: number) => instantOf(dayOf(months), 0, CHINA_UTC_OFFSET_MINUTES)
  const month = new Date(dayOf(back) * DAY_MS).toISOString().slice(0, 7)
  return { month, from: begin(back), to: begin(back - 1) }
}

/** The time that is asked for; the last whole month where none is. Too long, too long ago or not yet begun is refused. */
export function simulatedPeriod(wanted: Partial<Period>, now: number): Period | Refusal {
  const last = wholeMonth(now, 1)
  const { from = last.from, to = last.to } = wanted
  const isFine =
    from < to &&
    from < now &&
    from >= now - OLDEST_SIMULATED_DAYS * DAY_MS &&
    to - from <= MOST_SIMULATED_DAYS * DAY_MS
  return isFine ? { from, to } : refuse('routing.simulation-period', { days: MOST_SIMULATED_DAYS })
}
