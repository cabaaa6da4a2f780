import { describe, expect, it } from 'vitest'
import { bareCommunities, demoDistrict, furnishedCommunities, MODEL_COMMUNITY_CODE } from '../src/index.ts'

const [one, two] = bareCommunities('210105001')
if (!one || !two) throw new Error('two communities')

describe('the housing of a community', () => {
  const [alone] = [...furnishedCommunities([two], 8)]
  const [, beside] = [...furnishedCommunities([one, two], 8)]
  const [other] = [...furnishedCommunities([two], 9)]

  it('depends on seed and code alone, whatever is generated beside it', () => {
    expect(beside).toEqual(alone)
    expect(other).not.toEqual(alone)
  })

  it('fills each of its grids with about as many dwellings as the district says it has households', () => {
    const grids = demoDistrict().places.filter(({ parentCode }) => parentCode === two.code)
    for (const { code, households } of grids) {
      const dwellings = alone?.dwellings.filter(({ gridCode }) => gridCode === code).length ?? 0
      expect(Math.abs(dwellings - households) / households, code).toBeLessThan(0.25)
    }
  })
})

describe('the communities that are bare at first', () => {
  it('are all of a place but the model community', () => {
    expect(bareCommunities('210105')).toHaveLength(134)
    expect(bareCommunities(MODEL_COMMUNITY_CODE)).toEqual([])
  })

  it.each(['21', '210106', '2101050010100', 'x'])('are none in %s, which is told in one sentence', (code) => {
    expect(() => bareCommunities(code)).toThrow(/is no place of the demonstration district/)
  })
})
