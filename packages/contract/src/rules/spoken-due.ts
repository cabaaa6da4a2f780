const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/**
 * The instant to say for a deadline (Unix milliseconds). One that ends with a day is stored as midnight of the next;
 * “by 2 December 00:00” would be read as a day too long, so the last minute of the day is said.
 */
export const spokenDue = (dueAt: number): number =>
  (dueAt + BEIJING_OFFSET_MS) % DAY_MS === 0 ? dueAt - MINUTE_MS : dueAt
