import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, MINUTE_MS } from './local-day.ts'

/**
 * The instant to say for a deadline (Unix milliseconds). One that ends with a day is stored as midnight of the next;
 * “by 2 December 00:00” would be read as a day too long, so the last minute of the day is said.
 */
export const spokenDue = (dueAt: number): number =>
  (dueAt + CHINA_UTC_OFFSET_MINUTES * MINUTE_MS) % DAY_MS === 0 ? dueAt - MINUTE_MS : dueAt
