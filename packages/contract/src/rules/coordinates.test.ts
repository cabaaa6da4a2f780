import { describe, expect, test } from 'vitest'
import {
  type BoundingBox,
  hintForPoint,
  isInBox,
  isInChina,
  isLonLat,
  type LonLat,
  looksSwapped,
} from './coordinates.ts'

const HUANGGU: BoundingBox = { west: 123.35, south: 41.79, east: 123.47, north: 41.91 }
const inside = (point: LonLat) => isInBox(point, HUANGGU)
const at = (lon: number, lat: number): LonLat => ({ lon, lat })

describe('points as they arrive', () => {
  test.each([
    [at(123.41, 41.83), true],
    [at(-180, 90), true],
    [at(180.1, 0), false],
    [at(0, -90.1), false],
    [at(Number.NaN, 0), false],
    [at(0, Number.POSITIVE_INFINITY), false],
  ])('%o is a place on earth: %s', (point, expected) => {
    expect(isLonLat(point)).toBe(expected)
  })

  test('Shenyang is in China, London and a point with exchanged axes are not', () => {
    expect(isInChina(at(123.41, 41.83))).toBe(true)
    expect(isInChina(at(-0.1, 51.5))).toBe(false)
    expect(isInChina(at(41.83, 123.41))).toBe(false)
  })

  test('exchanged axes are told from a point that is simply elsewhere', () => {
    expect(looksSwapped(at(41.83, 123.41))).toBe(true)
    expect(looksSwapped(at(41.83, 123.41), HUANGGU)).toBe(true)
    expect(looksSwapped(at(123.41, 41.83), HUANGGU)).toBe(false)
    expect(looksSwapped(at(-0.1, 51.5), HUANGGU)).toBe(false)
    expect(looksSwapped(at(40, 50), { west: 0, south: 0, east: 90, north: 90 })).toBe(false)
  })

  // A point by the east edge and what the same numbers mean when they were GCJ-02 or BD-09.
  const point = at(123.474, 41.85)
  test.each([
    ['nothing for a point inside', { point: at(123.41, 41.83) }, undefined],
    ['exchanged axes', { point: at(41.83, 123.41) }, 'swapped-axes'],
    ['GCJ-02 when that brings it inside', { point, fromGcj02: at(123.468, 41.848) }, 'probably-gcj02'],
    [
      'BD-09 when only that does',
      { point, fromGcj02: at(123.471, 41.848), fromBd09: at(123.461, 41.842) },
      'probably-bd09',
    ],
    [
      'the smaller shift when both do',
      { point, fromGcj02: at(123.468, 41.848), fromBd09: at(123.461, 41.842) },
      'probably-gcj02',
    ],
    [
      'outside when nothing does',
      { point, fromGcj02: at(123.471, 41.848), fromBd09: at(123.472, 41.842) },
      'outside',
    ],
    ['outside when no conversion was handed in', { point }, 'outside'],
  ] as const)('the hint is %s', (_, given, hint) => {
    expect(hintForPoint({ ...given, inside })).toBe(hint)
  })

  test('a point off the earth never counts as inside, however generous the area', () => {
    expect(hintForPoint({ point: at(200, 95), inside: () => true })).toBe('swapped-axes')
    expect(hintForPoint({ point: at(Number.NaN, 1), inside })).toBe('outside')
  })
})
