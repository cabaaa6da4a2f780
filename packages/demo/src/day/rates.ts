import { dayOfIsoDate, weekdayOf } from '@lianxin/contract'
import type { Random } from '../random.ts'

// How much a grid of 300 households (some 650 people) brings in a month of thirty days. Sources are named where there
// are any; what is ours is said to be an assumption.

/** 6.452 M matters handled on Liaoning's platform in 100 counties within two years and a half: 4.4–5.5 a grid and month. */
const FINDINGS_A_MONTH = 4.9
/** 12345 of Fushun: 58 calls per 1,000 people and year; in a grid 3.1 a month. */
const REQUESTS_A_MONTH = 3.1
/** Season 2023–24: 189,000 complaints about heating in 49,000 grids, on average 0.77 a grid and month. */
const COLD_A_MONTH = 0.77

/** 20 % of the compounds give about 60 % of the matters (assumption of the domain model). */
const BUSY_SHARE = 0.2
const BUSY_FACTOR = 3
const QUIET_FACTOR = 0.5

/** Monday first; sums to seven (assumption: Monday is the peak, weekends are quieter). */
const WEEKDAYS = [1.3, 1.1, 1.05, 1.05, 1.05, 0.8, 0.65]

/** Peaks from 9 to 11 and from 14 to 16 (domain model); little at night. */
const HOURS = [1, 1, 1, 1, 1, 2, 6, 12, 30, 50, 48, 30, 16, 24, 45, 42, 30, 22, 18, 15, 11, 8, 4, 2]

export interface DayRates {
  readonly findings: number
  readonly requests: number
  readonly cold: number
}

/** How many matters of each sort to expect in a grid of this city (four digits) on this day. */
export function ratesOf(grid: Random, city: string, day: string): DayRates {
  const place = grid.next() < BUSY_SHARE ? BUSY_FACTOR : QUIET_FACTOR
  const factor = (place * (WEEKDAYS[weekdayOf(dayOfIsoDate(day))] ?? 1)) / 30
  return {
    findings: FINDINGS_A_MONTH * factor,
    requests: REQUESTS_A_MONTH * factor,
    cold: COLD_A_MONTH * factor * heatingOn(city, day),
  }
}

/** First and last day of the heating season, `MM-DD`: in Dalian a few days later than elsewhere. */
const SEASON = ['11-01', '03-31'] as const
const SEASON_OF: Readonly<Record<string, readonly [first: string, last: string]>> = {
  2102: ['11-05', '04-05'],
}
const EARLY_DAYS = 15

/** The first fortnight of the season brings most complaints (assumption: 2.5 times). */
function heatingOn(city: string, day: string): number {
  const [first, last] = SEASON_OF[city] ?? SEASON
  const date = day.slice(5)
  if (date > last && date < first) return 0
  const since = dayOfIsoDate(day) - dayOfIsoDate(`${day.slice(0, 4)}-${first}`)
  return since >= 0 && since < EARLY_DAYS ? 2.5 : 0.83
}

/** Minutes after midnight at which something happens. */
export function drawMinute(random: Random): number {
  let left = random.next() * HOURS.reduce((sum, weight) => sum + weight, 0)
  for (const [hour, weight] of HOURS.entries()) {
    if (left < weight) return hour * 60 + random.int(0, 59)
    left -= weight
  }
  return 23 * 60
}

/** How many: Poisson (Knuth), for means of a few. */
export function drawCount(mean: number, random: Random): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}
