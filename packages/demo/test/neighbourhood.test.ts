import polygonClipping from 'polygon-clipping'
import { describe, expect, it } from 'vitest'
import { demoDistrict } from '../src/index.ts'
import { clippable, covers, totalAreaM2 } from './rings.ts'

describe.each([210105, 11, 12, 13, 14, 15])('牡丹社区 of seed %i', (seed) => {
  const demo = demoDistrict(seed)
  const grids = demo.places.filter((p) => p.parentCode === '210105001010')
  const gridOf = new Map(grids.map((g) => [g.code, g]))
  const compoundOf = new Map(demo.compounds.map((c) => [c.id, c]))

  it('has 11 grids with 250 to 350 dwellings each, about 3,300 in all', () => {
    expect(grids).toHaveLength(11)
    for (const grid of grids) {
      const dwellings = demo.dwellings.filter((d) => d.gridCode === grid.code).length
      expect(dwellings).toBe(grid.households)
      expect(dwellings).toBeGreaterThanOrEqual(250)
      expect(dwellings).toBeLessThanOrEqual(350)
    }
    expect(demo.dwellings.length).toBeGreaterThan(3100)
    expect(demo.dwellings.length).toBeLessThan(3500)
  })

  it('stands every building wholly inside its grid and its compound', () => {
    for (const building of demo.buildings) {
      const compound = compoundOf.get(building.compoundId)
      const grid = gridOf.get(building.gridCode)
      if (compound === undefined || grid === undefined) throw new Error(`${building.code} stands nowhere`)
      const footprint = clippable(building.geometry)
      expect(polygonClipping.difference(footprint, clippable(grid.geometry))).toEqual([])
      expect(polygonClipping.difference(footprint, clippable(compound.geometry))).toEqual([])
      expect(compound.gridCodes).toContain(grid.code)
    }
  })

  it('has names in English throughout', () => {
    const names = [...demo.streets, ...demo.compounds, ...demo.buildings].map(({ nameEn }) => nameEn)
    expect(names.filter((name) => !/^[A-Z][a-z']+ [A-Z0-9][a-z0-9]*$/.test(name))).toEqual([])
  })

  it('keeps buildings and compounds apart', () => {
    for (const table of [demo.buildings, demo.compounds]) {
      table.forEach((one, i) => {
        for (const other of table.slice(i + 1)) {
          const common = polygonClipping.intersection(clippable(one.geometry), clippable(other.geometry))
          expect([one.code, other.code, common]).toEqual([one.code, other.code, []])
        }
      })
    }
  })

  it('keeps compounds inside the community and streets out of compounds', () => {
    const community = demo.places.find((p) => p.code === '210105001010')
    if (community === undefined) throw new Error('no community')
    for (const compound of demo.compounds) {
      const outside = polygonClipping.difference(clippable(compound.geometry), clippable(community.geometry))
      expect(outside).toEqual([])
      expect(totalAreaM2(compound.geometry)).toBeGreaterThan(5_000)
      for (const street of demo.streets) {
        for (const position of street.geometry.coordinates)
          expect(covers(compound.geometry, position)).toBe(false)
      }
    }
  })

  it('is built of walk-ups and towers of the sizes that northern cities have', () => {
    for (const { style, floors, entranceCount, doorsPerFloor, households } of demo.buildings) {
      const [low, high] = style === 'tower' ? [18, 33] : [6, 7]
      expect(floors).toBeGreaterThanOrEqual(low)
      expect(floors).toBeLessThanOrEqual(high)
      expect(households).toBe(floors * entranceCount * doorsPerFloor)
      expect(style === 'tower' ? [1, 2] : [3, 4]).toContain(entranceCount)
      expect(style === 'tower' ? [3, 4] : [2, 3]).toContain(doorsPerFloor)
    }
    expect(demo.buildings.length).toBeGreaterThanOrEqual(40)
    expect(demo.buildings.length).toBeLessThanOrEqual(65)
    expect(demo.buildings.some((b) => b.style === 'tower')).toBe(true)
  })

  it('counts the doors of every entrance and addresses each once, as people write it', () => {
    const perEntrance = Map.groupBy(demo.dwellings, (d) => d.entranceId)
    expect(perEntrance.size).toBe(demo.entrances.length)
    for (const building of demo.buildings) {
      const own = demo.entrances.filter((e) => e.buildingId === building.id)
      expect(own.map((e) => e.number)).toEqual(own.map((_, i) => i + 1))
      for (const entrance of own) {
        expect(perEntrance.get(entrance.id)).toHaveLength(building.floors * building.doorsPerFloor)
        expect(entrance.address).toMatch(/^牡丹社区 \S+[街路巷] \d+号 \S+ \d+号楼 \d单元$/)
      }
    }
    for (const dwelling of demo.dwellings) {
      expect(dwelling.doorNumber).toMatch(/^\d+-\d-\d{3,4}$/)
      expect(dwelling.room).toBe(`${dwelling.floor}${dwelling.room.slice(-2)}`)
    }
    const addresses = [demo.compounds, demo.buildings, demo.entrances, demo.dwellings]
      .flat()
      .map((x) => x.address)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('names every street and compound once', () => {
    for (const names of [demo.streets.map((s) => s.name), demo.compounds.map((c) => c.name)]) {
      expect(new Set(names).size).toBe(names.length)
    }
    expect(demo.streets.filter((s) => s.kind === 'street').length).toBeGreaterThanOrEqual(3)
  })
})
