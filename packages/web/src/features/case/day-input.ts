const OFFSET_MS = 8 * 60 * 60 * 1000

/** An instant (Unix ms) as `<input type="datetime-local">` writes it, in the time of China wherever the desk stands. */
export const toDayInput = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 16)

/** Back to Unix ms; undefined when the input is empty or half filled. */
export const fromDayInput = (text: string): number | undefined => {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
    ? Date.parse(`${text.slice(0, 16)}:00Z`) - OFFSET_MS
    : Number.NaN
  return Number.isFinite(at) && at >= 0 ? at : undefined
}
