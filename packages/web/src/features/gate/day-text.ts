const OFFSET_MS = 8 * 3_600_000

/** The Beijing day of an instant, as a date input writes it. */
export const dayText = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10)

/** The beginning of that day in Beijing; null while nothing sensible is typed. */
export function dayValue(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00+08:00`) : Number.NaN
  return Number.isFinite(at) ? at : null
}
