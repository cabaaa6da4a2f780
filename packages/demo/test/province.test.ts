import { isSyntheticResidentId } from '@lianxin/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISTRICT_CODE, demoDistrict, provincePart, readDivisions } from '../src/index.ts'
import { PROVINCE_GRIDS, provinceGridCounts } from '../src/province/grid-counts.ts'
import { gridHousing } from '../src/province/housing.ts'
import { countDwellings, type ProvinceOptions, provinceRows } from '../src/province/province-rows.ts'
import type { ProvinceTable } from '../src/province/tables.ts'

const SEED = 210105
const divisions = readDivisions()
const counts = provinceGridCounts(divisions, SEED)
const defaults: ProvinceOptions = {
  seed: SEED,
  from: '2026-11-16',
  days: 2,
  residents: false,
  households: Number.POSITIVE_INFINITY,
}
const rowsOf = (place: string, options: Partial<ProvinceOptions> = {}) => [
  ...provinceRows(provincePart(divisions, options.seed ?? SEED, place), { ...defaults, ...options }),
]
const inTable = (place: string, table: ProvinceTable, options: Partial<ProvinceOptions> = {}) =>
  rowsOf(place, options)
    .filter(([name]) => name === table)
    .map(([, ...cells]) => cells)

describe('the whole province', () => {
  it('has exactly 49,000 grids, none of them in a village', () => {
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(PROVINCE_GRIDS)
    expect(counts.size).toBe(5_029)
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(15)
  })

  it('has in 皇姑区 the grids of the demonstration district', () => {
    const demonstrated = Object.groupBy(
      demoDistrict(SEED).places.filter(({ level }) => level === 'grid'),
      ({ parentCode }) => parentCode,
    )
    const here = [...counts].filter(([code]) => code.startsWith(DISTRICT_CODE))
    expect(here).toHaveLength(135)
    for (const [code, count] of here) expect(demonstrated[code]).toHaveLength(count)
  })

  it('has about 300 households in a grid, so 14.7 million in all, three in ten of them in towers', () => {
    const sample = provincePart(divisions, SEED, '2101').gridCodes.filter((_, i) => i % 7 === 0)
    const grids = sample.map((code) => gridHousing(SEED, code))
    const households = grids.reduce((sum, grid) => sum + grid.households, 0)
    expect(Math.round(households / grids.length / 3)).toBe(100)
    const towers = grids.filter(({ style }) => style === 'tower')
    expect(towers.length / grids.length).toBeCloseTo(0.3, 1)
    for (const { style, buildings } of grids) {
      expect(buildings.length).toBeGreaterThanOrEqual(style === 'tower' ? 1 : 3)
      expect(buildings.length).toBeLessThanOrEqual(style === 'tower' ? 7 : 11)
    }
  })
})

describe('the people behind the doors', () => {
  const homes = inTable('210105001', 'dwellings').map((cells) => String(cells.at(-1)).split(' ').map(Number))
  const people = homes.flat()
  const share = (list: readonly unknown[], all: readonly unknown[]) => (100 * list.length) / all.length

  it('live in households of one to five in the shares of the domain model', () => {
    const sizes = [1, 2, 3, 4, 5].map((size) =>
      Math.round(
        share(
          homes.filter((home) => home.length === size),
          homes,
        ),
      ),
    )
    expect(sizes).toEqual([27, 37, 24, 8, 4])
  })

  it('are as old as the census of 2020 counted, within two points in a hundred', () => {
    const near = (least: number, most: number, expected: number) =>
      expect(
        Math.abs(
          share(
            people.filter((age) => age >= least && age <= most),
            people,
          ) - expected,
        ),
      ).toBeLessThan(2)
    near(0, 14, 11.12)
    near(15, 59, 63.16)
    near(60, 120, 25.72)
    near(65, 120, 17.42)
    const elders = people.filter((age) => age >= 60)
    const alone = homes.filter(([age = 0, ...others]) => others.length === 0 && age >= 60)
    expect(share(alone, elders)).toBeGreaterThan(8)
    expect(share(alone, elders)).toBeLessThan(11)
  })

  it('appear by name only when asked for, with identity numbers that nobody has', () => {
    expect(rowsOf('210105001010001').some(([table]) => table === 'residents')).toBe(false)
    const residents = inTable('210105001010001', 'residents', { residents: true })
    expect(residents.length).toBeGreaterThan(500)
    for (const [, name, , , number] of residents) {
      expect(String(name)).toMatch(/^演示·/)
      expect(isSyntheticResidentId(String(number))).toBe(true)
    }
  })
})

describe('generating', () => {
  it('gives the same rows for the same seed and others for another', () => {
    expect(rowsOf('210105001010')).toEqual(rowsOf('210105001010'))
    expect(rowsOf('210105001010', { seed: 7 })).not.toEqual(rowsOf('210105001010'))
  })

  it('gives for any part what that part has in the whole', () => {
    const communities = [...counts.keys()]
    fc.assert(
      fc.property(
        fc.constantFrom(...communities),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (community, g, b, people) => {
          const options = { residents: people }
          const whole = rowsOf(community, options)
          const grids = whole.filter(([table, , , level]) => table === 'places' && level === 'grid')
          const grid = String(grids[g % grids.length]?.[1])
          const within = (code: string) =>
            whole.filter(([table, ...cells]) => table !== 'places' && String(cells[0]).startsWith(code))
          expect(rowsOf(grid, options).filter(([table]) => table !== 'places')).toEqual(within(grid))
          const buildings = within(grid).filter(([table]) => table === 'buildings')
          const building = String(buildings[b % buildings.length]?.[1])
          const alone = rowsOf(building, options).filter(
            ([table]) => table !== 'places' && table !== 'compounds',
          )
          expect(alone).toEqual(within(building))
        },
      ),
      { seed: 49_000, numRuns: 12 },
    )
  })

  it('gives the beginning of a place when a number of dwellings is asked for, and counts beforehand', () => {
    const all = inTable('210105001010', 'dwellings')
    for (const households of [1, 299, 1_000]) {
      expect(inTable('210105001010', 'dwellings', { households })).toEqual(all.slice(0, households))
    }
    const part = provincePart(divisions, SEED, '210105001010')
    expect(countDwellings(part, defaults)).toBe(all.length)
    expect(countDwellings(part, { ...defaults, households: 77 })).toBe(77)
  })

  it('refuses a place that is none, and a building that is not there, with a sentence', () => {
    for (const place of ['', '99', 'abc', '2101050010109', '210105001010999', "21'; drop table x"]) {
      expect(() => provincePart(divisions, SEED, place)).toThrow(/is no place|There are no grids/)
    }
    const missing = provincePart(divisions, SEED, '210105001010001B999')
    expect(() => countDwellings(missing, defaults)).toThrow('There is no building 210105001010001B999.')
  })
})
