import fc from 'fast-check'
import polygonClipping from 'polygon-clipping'
import { describe, expect, it } from 'vitest'
import { type DemoDistrict, demoDistrict, type Place } from '../src/index.ts'
import { areaM2, clippable, covers, directedEdges, outerRings, reversed, totalAreaM2 } from './rings.ts'

const LEVELS = ['district', 'subdistrict', 'community', 'grid'] as const
const placesAt = (demo: DemoDistrict, level: Place['level']): Place[] =>
  demo.places.filter((p) => p.level === level)

describe.each([210105, 7, 20260401])('the tessellation of seed %i', (seed) => {
  const demo = demoDistrict(seed)
  const [district] = demo.places
  if (district === undefined) throw new Error('the demonstration has no district')
  const [ring = []] = outerRings(district.geometry)
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  const anywhere = fc
    .tuple(
      fc.double({ min: Math.min(...lons), max: Math.max(...lons), noNaN: true }),
      fc.double({ min: Math.min(...lats), max: Math.max(...lats), noNaN: true }),
    )
    .filter((point) => covers(district.geometry, point))

  it('puts every point of the district into one subdistrict, one community and one grid, each in the other', () => {
    fc.assert(
      fc.property(anywhere, (point) => {
        const found = LEVELS.map((level) => placesAt(demo, level).filter((p) => covers(p.geometry, point)))
        expect(found.map((places) => places.length)).toEqual([1, 1, 1, 1])
        const codes = found.map(([place]) => place?.code ?? '')
        codes.slice(1).forEach((code, i) => {
          expect(code.startsWith(codes[i] ?? '?')).toBe(true)
        })
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['district', 'subdistrict'],
    ['subdistrict', 'community'],
    ['community', 'grid'],
  ] as const)('borders of a %s are exactly what its %s leave unpaired', (parentLevel, childLevel) => {
    const children = Object.groupBy(placesAt(demo, childLevel), (p) => p.parentCode)
    for (const parent of placesAt(demo, parentLevel)) {
      const edges = (children[parent.code] ?? []).flatMap((child) => directedEdges(child.geometry))
      const once = new Set(edges)
      expect(once.size).toBe(edges.length)
      const unpaired = edges.filter((edge) => !once.has(reversed(edge)))
      expect(unpaired.sort()).toEqual(directedEdges(parent.geometry).sort())
    }
  })

  it('sums areas and households from the grids to the district, 66 km² in all', () => {
    for (const parent of demo.places.filter((p) => p.level !== 'grid')) {
      const children = demo.places.filter((p) => p.parentCode === parent.code)
      const area = children.reduce((sum, child) => sum + totalAreaM2(child.geometry), 0)
      expect(area / totalAreaM2(parent.geometry)).toBeCloseTo(1, 9)
      expect(children.reduce((sum, child) => sum + child.households, 0)).toBe(parent.households)
    }
    expect(totalAreaM2(district.geometry) / 66_000_000).toBeCloseTo(1, 4)
  })

  it('draws every place as one simple piece, anticlockwise, with its label inside', () => {
    for (const place of demo.places) {
      const rings = outerRings(place.geometry)
      expect(rings).toHaveLength(1)
      const [outer = []] = rings
      expect(outer.at(-1)).toEqual(outer[0])
      expect(new Set(outer.slice(1).map(String)).size).toBe(outer.length - 1)
      expect(areaM2(outer)).toBeGreaterThan(0)
      expect(covers(place.geometry, place.labelPoint)).toBe(true)
    }
  })

  it('agrees with another geometry library about the union of a community’s grids', () => {
    for (const community of placesAt(demo, 'community').filter((_, i) => i % 9 === 0)) {
      const [first, ...rest] = demo.places
        .filter((p) => p.parentCode === community.code)
        .map((p) => clippable(p.geometry))
      const union = polygonClipping.union(first ?? [], ...rest)
      expect(union).toHaveLength(1)
      expect(union[0]).toHaveLength(1)
      expect(areaM2(union[0]?.[0] ?? []) / totalAreaM2(community.geometry)).toBeCloseTo(1, 9)
    }
  })

  it('has no slivers: grids are blocks, communities are quarters', () => {
    const roundness = (place: Place): number => {
      const [outer = []] = outerRings(place.geometry)
      const length = outer.slice(1).reduce((sum, [lon, lat], i) => {
        const [x, y] = outer[i] ?? [lon, lat]
        return sum + Math.hypot((lon - x) * 82_900, (lat - y) * 111_000)
      }, 0)
      return (4 * Math.PI * place.areaM2) / length ** 2
    }
    const grids = placesAt(demo, 'grid')
    expect(Math.min(...grids.map(roundness))).toBeGreaterThan(0.3)
    expect(Math.min(...grids.map((p) => p.areaM2))).toBeGreaterThan(10_000)
    expect(Math.min(...placesAt(demo, 'community').map(roundness))).toBeGreaterThan(0.35)
  })

  it('writes positions with six decimals, where 皇姑区 lies', () => {
    const wrong = demo.places
      .flatMap((place) => outerRings(place.geometry).flat())
      .filter(
        ([lon, lat]) =>
          Number(lon.toFixed(6)) !== lon ||
          Number(lat.toFixed(6)) !== lat ||
          Math.hypot(lon - 123.41, lat - 41.85) > 0.09,
      )
    expect(wrong).toEqual([])
    expect(covers(district.geometry, [123.41, 41.83])).toBe(true)
  })

  it('numbers the grids of a community in rows from north to south, from west to east', () => {
    const grids = placesAt(demo, 'grid')
    for (const community of placesAt(demo, 'community')) {
      const own = grids.filter((g) => g.parentCode === community.code)
      expect(own.length).toBeGreaterThanOrEqual(9)
      expect(own.length).toBeLessThanOrEqual(12)
      expect(own.map((g) => g.code)).toEqual(
        own.map((_, i) => `${community.code}${String(i + 1).padStart(3, '0')}`),
      )
      const [first, last] = [own[0], own.at(-1)]
      expect(first?.labelPoint[1]).toBeGreaterThan(last?.labelPoint[1] ?? 90)
    }
  })
})
