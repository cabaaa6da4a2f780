/**
 * Days as whole numbers, so that deadlines never touch the time zone of the process.
 *
 * A local day is the number of days since 1970-01-01 in the zone given by its fixed offset. China has had one
 * zone without summer time since 1991, hence an offset is enough; it always comes in with the calendar.
 */

/** Milliseconds in a minute, an hour, a day. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** China Standard Time, minutes ahead of UTC (北京时间, no summer time). */
export const CHINA_UTC_OFFSET_MINUTES = 480

/** Epoch milliseconds, or an ISO 8601 instant that names its offset (`…Z`, `…+08:00`). */
export type Instant = number | string

const ZONED = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The instant in epoch milliseconds.
 * @throws RangeError when a text carries no offset: reading it would use the zone of the process.
 */
export function toEpochMs(instant: Instant): number {
  const ms = typeof instant === 'number' ? instant : ZONED.test(instant) ? Date.parse(instant) : Number.NaN
  if (!Number.isFinite(ms))
    throw new RangeError('An instant is epoch milliseconds or ISO 8601 with an offset')
  return ms
}

/** The local day in which an instant (epoch ms) falls. */
export const dayAt = (epochMs: number, utcOffsetMinutes: number): number =>
  Math.floor((epochMs + utcOffsetMinutes * MINUTE_MS) / DAY_MS)

/** The instant (epoch ms) at which a local day begins, plus minutes into it; 1440 is its 24:00. */
export const instantOf = (day: number, minute: number, utcOffsetMinutes: number): number =>
  day * DAY_MS + (minute - utcOffsetMinutes) * MINUTE_MS

/** Monday = 0 … Sunday = 6. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** The civil year of a local day. */
export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

/** `YYYY-MM-DD` of a local day. */
export const isoDateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** `YYYY-MM-DD HH:MM` on the clocks of the place, as a table or a sentence prints it. */
export const localMinuteOf = (epochMs: number, utcOffsetMinutes: number): string =>
  new Date(epochMs + utcOffsetMinutes * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')

/** Is this text a day that exists, written `YYYY-MM-DD`? */
export function isIsoDate(text: string): boolean {
  const ms = ISO_DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isFinite(ms) && isoDateOf(ms / DAY_MS) === text
}

/**
 * The local day written `YYYY-MM-DD`.
 * @throws RangeError when there is no such day (2026-02-29).
 */
export function dayOfIsoDate(text: string): number {
  if (!isIsoDate(text)) throw new RangeError(`No such day: ${text}`)
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS
}
