import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoDistrict, stableId } from '../src/index.ts'

const demo = demoDistrict()
const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The first code of the same length that lies after the subtree of a code. */
const after = (code: string): string => String(BigInt(code) + 1n)

describe('the demonstration district', () => {
  it('is the same for the same seed, in every part, and another for another seed', () => {
    expect(fingerprint(demoDistrict(210105))).toBe(fingerprint(demo))
    const other = demoDistrict(210106)
    expect(fingerprint(other.places)).not.toBe(fingerprint(demo.places))
    expect(fingerprint(other.buildings)).not.toBe(fingerprint(demo.buildings))
    expect(fingerprint(other.posts)).not.toBe(fingerprint(demo.posts))
  })

  it('has the real subdistricts and the 135 real communities under their real names', () => {
    const real = new Map(demo.divisions.map((d) => [d.code, d]))
    const drawn = demo.places.filter((p) => p.level !== 'grid')
    for (const { code, name, parentCode } of drawn) {
      expect({ name, parentCode }).toEqual({
        name: real.get(code)?.name,
        parentCode: real.get(code)?.parentCode,
      })
    }
    expect(drawn.filter((p) => p.level === 'subdistrict')).toHaveLength(10)
    expect(drawn.filter((p) => p.level === 'community')).toHaveLength(135)
    expect(drawn.find((p) => p.code === '210105001010')?.name).toBe('牡丹社区')
  })

  it('gives every code and every id once, across all tables', () => {
    const rows = [
      demo.places,
      demo.streets,
      demo.compounds,
      demo.buildings,
      demo.entrances,
      demo.dwellings,
      demo.units,
      demo.posts,
      demo.catalogue,
    ]
    for (const table of rows) expect(new Set(table.map((row) => row.code)).size).toBe(table.length)
    const ids = [...rows.flat(), ...demo.accounts].map((row) => row.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(demo.places[0]?.id).toBe(stableId('place', '210105'))
  })

  it('has codes whose subtrees are ranges of text', () => {
    const codes = [...demo.divisions.map((d) => d.code), ...demo.places.map((p) => p.code)]
    for (const root of ['210105', '210105001', '210105001010', '210105022017']) {
      const inRange = codes.filter((code) => code >= root && code < after(root))
      expect(inRange).toEqual(codes.filter((code) => code.startsWith(root)))
    }
  })

  it('has grids of 250 to 350 households with an English name for every place', () => {
    for (const place of demo.places) {
      expect(place.nameEn).toMatch(/^[\w' ]+$/)
      if (place.level !== 'grid') continue
      expect(place.households).toBeGreaterThanOrEqual(250)
      expect(place.households).toBeLessThanOrEqual(350)
    }
  })
})
