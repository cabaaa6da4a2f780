import { expect, it } from 'vitest'
import { gridSerial, moveTo, refusalOfPosition, spotOfHit } from './place-choice.ts'

const id = '01900000-0000-7000-8000-000000000000'
const names = { name: '牡丹', nameEn: 'Mudan', address: '', addressEn: '' }
const hit = { id, code: '210105001010', ...names, point: { lon: 123.41, lat: 41.83 } }

it('another place replaces the whole of the old one, but not the words about it', () => {
  expect(moveTo({ buildingId: id, detail: '楼下' }, { communityCode: '210105001010' })).toEqual({
    communityCode: '210105001010',
    detail: '楼下',
  })
})

it('each kind of hit leads to the most exact place that the server knows', () => {
  expect(spotOfHit({ ...hit, kind: 'building' })).toEqual({ buildingId: id })
  expect(spotOfHit({ ...hit, kind: 'compound' })).toEqual({ compoundId: id })
  expect(spotOfHit({ ...hit, kind: 'community' })).toEqual({ communityCode: '210105001010' })
  expect(spotOfHit({ ...hit, kind: 'street', id: null })).toEqual({
    point: { lon: 123.41, lat: 41.83, crs: 'CGCS2000' },
  })
})

it('every refusal of a position has a reason that can be said', () => {
  expect([1, 2, 3].map(refusalOfPosition)).toEqual(['denied', 'unavailable', 'slow'])
})

it('a grid is called by its number in the community', () => {
  expect(gridSerial('210105001010003')).toBe(3)
})
