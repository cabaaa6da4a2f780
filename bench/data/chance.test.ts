import { expect, test } from 'vitest'
import { isUuidV7, uuidTime } from '../../packages/server/src/kernel/uuid.ts'
import { chance } from './chance.ts'

test('the same seed gives the same, another one something else', () => {
  const draw = (seed: number) => {
    const random = chance(seed)
    return Array.from({ length: 5 }, () => random.below(1000))
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('an id carries its moment, is well formed and does not come twice', () => {
  const random = chance(1)
  const moment = Date.parse('2026-02-03T04:05:06.789Z')
  const ids = Array.from({ length: 2_000 }, () => random.idAt(moment))
  expect(ids.every((id) => isUuidV7(id) && uuidTime(id) === moment)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
