import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, dayAt, instantOf } from '../rules/index.ts'

export const FREQUENCIES = ['once', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What a demand costs: minutes of one recipient each time, how often, from when until when (Unix milliseconds). */
export type Burden = {
  readonly minutes: number
  readonly frequency: Frequency
  readonly fromAt: number
  readonly untilAt: number
}

const EVERY_MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const
const OFFSET = CHINA_UTC_OFFSET_MINUTES

/** A calendar month of the district, as `2026-11`. */
export const monthOf = (at: number): string => new Date(dayAt(at, OFFSET) * DAY_MS).toISOString().slice(0, 7)

/** First and last instant (exclusive) of a month written `2026-11`. */
export function monthSpan(month: string): readonly [from: number, until: number] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = (index: number) => instantOf(Date.UTC(year, index, 1) / DAY_MS, 0, OFFSET)
  return [at(number - 1), at(number)]
}

/**
 * The moments at which a demand falls due to be begun again, from its start until its end: the start itself, then each week
 * on the same weekday, or each first, third or twelfth month on the same day (the last day where a month is shorter).
 */
export function occasions({ frequency, fromAt, untilAt }: Burden): readonly number[] {
  const found: number[] = []
  for (let count = 0; count < MOST_OCCASIONS; count += 1) {
    const at = nth(frequency, fromAt, count)
    if (at >= untilAt || (frequency === 'once' && count > 0)) break
    found.push(at)
  }
  return found
}
/** Ten years of weeks: no demand runs longer. */
const MOST_OCCASIONS = 530

function nth(frequency: Frequency, fromAt: number, count: number): number {
  if (frequency === 'once' || count === 0) return fromAt
  if (frequency === 'weekly') return fromAt + count * 7 * DAY_MS
  const day = new Date(dayAt(fromAt, OFFSET) * DAY_MS)
  const month = day.getUTCMonth() + count * EVERY_MONTHS[frequency]
  const last = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const then = Date.UTC(day.getUTCFullYear(), month, Math.min(day.getUTCDate(), last)) / DAY_MS
  return fromAt + (then - dayAt(fromAt, OFFSET)) * DAY_MS
}

/** The occasion that a moment belongs to: the last one that has begun; undefined before the first. */
export const occasionAt = (burden: Burden, at: number): number | undefined =>
  occasions(burden).findLast((one) => one <= at)

/** Minutes of one recipient in a month. */
export function minutesIn(burden: Burden, month: string): number {
  const [from, until] = monthSpan(month)
  return burden.minutes * occasions(burden).filter((at) => at >= from && at < until).length
}

/** Minutes of each grid: what a community does once is shared by its grids, what each grid does counts for each. */
export const minutesOfGrid = (minutes: number, level: 'community' | 'grid', grids: number): number =>
  level === 'grid' ? minutes : minutes / Math.max(1, grids)

/** The next months in which a demand falls due, this one included: as many as a year has. */
export function monthsAhead(burden: Burden, at: number): readonly string[] {
  const [from] = monthSpan(monthOf(at))
  const due = occasions(burden).filter((one) => one >= from)
  return [...new Set(due.map(monthOf))].slice(0, MONTHS_OF_A_YEAR)
}
const MONTHS_OF_A_YEAR = 12

const PER_YEAR = { weekly: 365 / 7, monthly: 12, quarterly: 4, yearly: 1 } as const

/** Minutes of all recipients in an average month; a demand that comes once counts once. */
export const minutesAMonth = (minutes: number, frequency: Frequency, recipients: number): number =>
  frequency === 'once'
    ? minutes * recipients
    : Math.round(((minutes * recipients * PER_YEAR[frequency]) / 12) * 10) / 10
