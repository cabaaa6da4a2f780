import { describe, expect, test } from 'vitest'
import { dispersionOf, findRecurrences, type RecurrenceCell, upperTail } from './recurrence.ts'

const SEED = 20_261_128
const RUNS = 400
const FALSE_ALARM = 0.05

/** Mulberry32: small, and the same everywhere. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Knuth's way of drawing a Poisson number; means here are small. */
function poisson(mean: number, chance: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = chance(); product > limit; product *= chance()) count += 1
  return count
}

/** Heating comes up five times as often from November to March; the month looked at is November. */
const HEATING = [5, 5, 5, 5, 5, 1, 1, 1, 1, 1, 1, 1]
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  heating: HEATING.map((_, back) => HEATING[(12 - back) % 12] ?? 1),
  lamps: Array.from({ length: 12 }, () => 1),
  noise: [1, 1, 1, 2, 2, 3, 4, 3, 2, 1, 1, 1],
}
const PLACES = 12

/** A year of a district: places differ in size, items in season. `planted`: places where an item comes up so many times as often now. */
function year(chance: () => number, planted: Readonly<Record<string, number>> = {}): RecurrenceCell[] {
  return Object.entries(SEASONS).flatMap(([item, season]) =>
    Array.from({ length: PLACES }, (_, place) => {
      const size = 0.5 + (place % 5) * 0.4
      const times = planted[`${item} ${place}`] ?? 1
      const now = item === 'heating' ? 5 : 1
      return {
        ...{ item, place: String(place), now: poisson(size * now * times, chance) },
        before: season.map((index) => poisson(size * index, chance)),
      }
    }),
  )
}

describe('recurring places and items', () => {
  test('the tail is that of a table worked out by hand', () => {
    // 3 of 4 this month here, 1 of 4 before: (C(4,3)·C(4,1) + C(4,4)·C(4,0)) / C(8,4) = 17/70.
    expect(upperTail(3, 1, 1, 3)).toBeCloseTo(17 / 70, 12)
    expect(upperTail(0, 4, 1, 3)).toBeCloseTo(1, 12)
    expect(upperTail(2, 0, 0, 3)).toBeCloseTo(1 / 10, 12)
  })

  test('without an effect, through a heating season, an alarm is no more frequent than is said', () => {
    const chance = chanceOf(SEED)
    let alarms = 0
    for (let run = 0; run < RUNS; run += 1)
      if (findRecurrences(year(chance), FALSE_ALARM).some(({ proposed }) => proposed)) alarms += 1
    // Three standard errors above the stated rate.
    expect(alarms / RUNS).toBeLessThan(FALSE_ALARM + 3 * Math.sqrt((FALSE_ALARM * (1 - FALSE_ALARM)) / RUNS))
  })

  test('a season alone would have raised many alarms, had numbers been compared instead of shares', () => {
    const heating = year(chanceOf(SEED)).filter(({ item }) => item === 'heating')
    const mean = (cell: RecurrenceCell) => cell.before.reduce((all, one) => all + one, 0) / cell.before.length
    expect(heating.filter((cell) => cell.now > 1.5 * mean(cell)).length).toBeGreaterThanOrEqual(PLACES / 2)
  })

  test('what was planted is found, and few of the proposals are chance', () => {
    const chance = chanceOf(SEED + 1)
    const planted = { 'lamps 4': 8, 'heating 9': 4, 'noise 3': 9 }
    let [found, wrong, share] = [0, 0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      const proposed = findRecurrences(year(chance, planted), FALSE_ALARM).filter((one) => one.proposed)
      const right = proposed.filter(({ item, place }) => `${item} ${place}` in planted).length
      found += right
      wrong += proposed.length - right
      share += proposed.length === 0 ? 0 : (proposed.length - right) / proposed.length
    }
    expect(found / (3 * RUNS)).toBeGreaterThan(0.8)
    expect(share / RUNS).toBeLessThan(FALSE_ALARM + 0.02)
    expect(wrong).toBeLessThan(found)
  })

  test('matters that come in bunches count for less', () => {
    const even = Array.from({ length: 6 }, (_, place) => ({
      ...{ item: 'x', place: String(place), now: 4 },
      before: [4, 4, 4, 4],
    }))
    const bunched = even.map((cell, place) => ({
      ...cell,
      before: [0, 16, 0, 0].map((n, m) => (place % 2 ? n : 16 * Number(m === 2))),
    }))
    expect(dispersionOf(even)).toBe(1)
    expect(dispersionOf(bunched)).toBeGreaterThan(5)
    expect(dispersionOf([])).toBe(1)
  })
})
