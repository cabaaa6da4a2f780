import { expect, it } from 'vitest'
import { hasPlace, ownPlace, placeOr, spotOf } from './chosen-place.ts'

const community = { communityCode: '210105001010' }

it('words about a place are not a place', () => {
  expect(spotOf({})).toBeNull()
  expect(spotOf({ detail: '楼下' })).toBeNull()
  expect(spotOf({ ...community, detail: '楼下' })).toEqual(community)
  expect(hasPlace({ detail: '楼下' })).toBe(false)
  expect(hasPlace({ point: { lon: 123.41, lat: 41.83, crs: 'WGS84' } })).toBe(true)
})

it('whoever writes only words about the place means the own one, and keeps the words', () => {
  expect(placeOr({ detail: ' 楼下 ' }, community)).toEqual({ ...community, detail: '楼下' })
  expect(placeOr({}, community)).toEqual(community)
  expect(placeOr({ ...community, detail: '  ' }, { gridCode: '210105001010003' })).toEqual(community)
})

it('the own place is a grid or a community, and none for a post that looks after more', () => {
  expect(ownPlace('210105001010003')).toEqual({ gridCode: '210105001010003' })
  expect(ownPlace('210105001010')).toEqual(community)
  expect(ownPlace('210105')).toEqual({})
})
