import { describe, expect, test } from 'vitest'
import { dispersionOf, findRecurrences, type RecurrenceCell, upperTail } from './recurrence.ts'
import { type BuildingCell, findBuildings, LEAST_DWELLINGS } from './recurring-buildings.ts'

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

const GRIDS = 4

/** A year of a district: places differ in size, items in season. `planted`: places where an item comes up so many times as often now. */
function year(chance: () => number, planted: Readonly<Record<string, number>> = {}): RecurrenceCell[] {
  return Object.entries(SEASONS).flatMap(([item, season]) =>
    Array.from({ length: PLACES }, (_, place) => {
      const size = 0.5 + (place % 5) * 0.4
      const times = planted[`${item} ${place}`] ?? 1
      const now = item === 'heating' ? 5 : 1
      return {
        ...{ item, place: String(place), within: null, now: poisson(size * now * times, chance) },
        before: season.map((index) => poisson(size * index, chance)),
      }
    }),
  )
}

/** The same at both grains: each community is the sum of its grids, of which one is twice as large as the others. */
function yearOfGrids(chance: () => number, planted: Readonly<Record<string, number>> = {}): RecurrenceCell[] {
  return Object.entries(SEASONS).flatMap(([item, season]) =>
    Array.from({ length: PLACES }, (_, place) => {
      const grids = Array.from({ length: GRIDS }, (_one, grid) => {
        const size = (0.5 + (place % 5) * 0.4) * (grid === 0 ? 0.8 : 0.4)
        const times = planted[`${item} ${place}.${grid}`] ?? planted[`${item} ${place}`] ?? 1
        const now = item === 'heating' ? 5 : 1
        return {
          ...{ item, place: `${place}.${grid}`, within: String(place) },
          now: poisson(size * now * times, chance),
          before: season.map((index) => poisson(size * index, chance)),
        }
      })
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      const whole = {
        ...{ item, place: String(place), within: null, now: sum(grids.map(({ now }) => now)) },
        before: season.map((_index, month) => sum(grids.map(({ before }) => before[month] ?? 0))),
      }
      return [whole, ...grids]
    }).flat(),
  )
}

describe('recurring places and items', () => {
  test('the tail is that of a table worked out by hand', () => {
    // 3 of 4 this month here, 1 of 4 before: (C(4,3)·C(4,1) + C(4,4)·C(4,0)) / C(8,4) = 17/70.
    expect(upperTail(3, 1, 1, 3)).toBeCloseTo(17 / 70, 12)
    expect(upperTail(0, 4, 1, 3)).toBeCloseTo(1, 12)
    expect(upperTail(2, 0, 0, 3)).toBeCloseTo(1 / 10, 12)
  })

  test.each([
    ['communities alone', year],
    ['communities and their grids together', yearOfGrids],
  ])(
    'without an effect, through a heating season, an alarm is no more frequent than is said: %s',
    (_, of) => {
      const chance = chanceOf(SEED)
      let alarms = 0
      for (let run = 0; run < RUNS; run += 1)
        if (findRecurrences(of(chance), FALSE_ALARM).some(({ proposed }) => proposed)) alarms += 1
      // Three standard errors above the stated rate.
      expect(alarms / RUNS).toBeLessThan(
        FALSE_ALARM + 3 * Math.sqrt((FALSE_ALARM * (1 - FALSE_ALARM)) / RUNS),
      )
    },
  )

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

  test('a grid that explains its community is proposed in its stead, and a community that is worse throughout in its own name', () => {
    const chance = chanceOf(SEED + 2)
    const planted = { 'lamps 4.0': 14, 'noise 3': 9 }
    const seen = new Map<string, number>()
    let [share, twice] = [0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      const proposed = findRecurrences(yearOfGrids(chance, planted), FALSE_ALARM).filter(
        (one) => one.proposed,
      )
      const names = proposed.map(({ item, place }) => `${item} ${place}`)
      for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1)
      twice += proposed.filter(
        (one) => one.within !== null && names.includes(`${one.item} ${one.within}`),
      ).length
      // A part or the whole of what was planted is no false alarm.
      const right = (name: string) => /^(lamps 4|noise 3)(\.\d)?$/.test(name)
      share += names.length === 0 ? 0 : names.filter((name) => !right(name)).length / names.length
    }
    const often = (name: string) => (seen.get(name) ?? 0) / RUNS
    expect(often('lamps 4.0')).toBeGreaterThan(0.8)
    expect(often('lamps 4')).toBeLessThan(0.1)
    expect(often('noise 3')).toBeGreaterThan(0.75)
    expect(twice).toBe(0)
    expect(share / RUNS).toBeLessThan(FALSE_ALARM + 0.02)
  })

  test('more cells put the bar higher: what is found among few is not among very many', () => {
    const flat = (count: number): RecurrenceCell[] =>
      Array.from({ length: count }, (_, place) => ({
        ...{ item: 'x', place: String(place), within: null, now: place === 0 ? 7 : 1 },
        before: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      }))
    const alone = findRecurrences(flat(12), FALSE_ALARM)
    const grids = Array.from({ length: 3_000 }, (_, grid) => ({
      ...{ item: `y${grid % 50}`, place: `g${grid}`, within: 'elsewhere', now: 1 },
      before: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    }))
    const among = findRecurrences([...flat(12), ...grids], FALSE_ALARM)
    expect([alone[0]?.place, alone[0]?.proposed]).toEqual(['0', true])
    expect(among.find(({ item, place }) => item === 'x' && place === '0')?.proposed).toBe(false)
    expect(among).toHaveLength(3_012)
  })

  test('matters that come in bunches count for less', () => {
    const even = Array.from({ length: 6 }, (_, place) => ({
      ...{ item: 'x', place: String(place), within: null, now: 4 },
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

describe('buildings of a place that stands out', () => {
  const judged = { falseAlarm: FALSE_ALARM, smallestGroup: 5 }
  const BUILDINGS = 8
  /** Of each building some matters name it; what the others of the place name nothing. */
  const place = (chance: () => number, times: (building: number) => number) => {
    const cells = Array.from({ length: BUILDINGS }, (_, building): BuildingCell => {
      const size = 0.3 + (building % 4) * 0.3
      return {
        ...{ building: String(building), dwellings: 60, now: poisson(size * times(building), chance) },
        before: SEASONS['lamps']?.map((index) => poisson(size * index, chance)) ?? [],
      }
    })
    const unnamed = { now: poisson(2 * times(-1), chance), before: [2, 3, 1, 2, 2, 3, 1, 2, 2, 3, 1, 2] }
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
    const whole = {
      now: unnamed.now + sum(cells.map(({ now }) => now)),
      before: unnamed.before.map(
        (count, month) => count + sum(cells.map(({ before }) => before[month] ?? 0)),
      ),
    }
    return { cells, whole }
  }

  test.each([
    ['as always', 1],
    ['six times as often in the whole place, which is what made it stand out', 6],
  ])('none is named more often than is said where it comes up %s', (_, times) => {
    const chance = chanceOf(SEED + 3)
    let alarms = 0
    for (let run = 0; run < RUNS; run += 1) {
      const { cells, whole } = place(chance, () => times)
      if (findBuildings(cells, whole, judged).length > 0) alarms += 1
    }
    expect(alarms / RUNS).toBeLessThan(FALSE_ALARM + 3 * Math.sqrt((FALSE_ALARM * (1 - FALSE_ALARM)) / RUNS))
  })

  test('the one that explains it is named, and few others', () => {
    const chance = chanceOf(SEED + 4)
    let [found, share] = [0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      const { cells, whole } = place(chance, (building) => (building === 2 ? 20 : 1))
      const named = findBuildings(cells, whole, judged).map(({ building }) => building)
      if (named.includes('2')) found += 1
      share += named.length === 0 ? 0 : named.filter((one) => one !== '2').length / named.length
    }
    expect(found / RUNS).toBeGreaterThan(0.8)
    expect(share / RUNS).toBeLessThan(FALSE_ALARM + 0.02)
  })

  test('a building of a few dwellings or with a few matters is a neighbour, and never named', () => {
    const before = Array.from({ length: 12 }, () => 0)
    const one = (more: Partial<BuildingCell>) =>
      findBuildings(
        [{ building: 'x', dwellings: LEAST_DWELLINGS, now: 9, before, ...more }],
        { now: 12, before: before.map(() => 5) },
        judged,
      )
    expect(one({})).toHaveLength(1)
    expect(one({ dwellings: LEAST_DWELLINGS - 1 })).toEqual([])
    expect(one({ now: 4 })).toEqual([])
  })
})
