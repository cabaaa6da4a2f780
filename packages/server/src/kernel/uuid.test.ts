import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAcceptableClientId, isUuidV7, uuidTime, uuidV7 } from './uuid.ts'

test('ten thousand ids of the same moment are well formed, different and in order', () => {
  const ids = Array.from({ length: 10_000 }, () => uuidV7(1_790_000_000_000))
  expect(ids.every(isUuidV7)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
})

test('ids stay in order when the clock of the machine is set back', () => {
  const first = uuidV7(1_795_000_000_000)
  expect(uuidV7(1_794_999_000_000) > first).toBe(true)
})

test('an id tells the moment it was made', () => {
  const start = 1_800_000_000_000
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 50 }), (steps) => {
      let now = Math.max(start, uuidTime(uuidV7(0)) ?? 0)
      for (const step of steps) {
        now += step
        expect(uuidTime(uuidV7(now))).toBe(now)
      }
    }),
  )
})

test.each([
  ['0197f0a0-0000-4000-8000-000000000000', 'version 4'],
  ['0197F0A0-0000-7000-8000-000000000000', 'upper case'],
  ['0197f0a0-0000-7000-c000-000000000000', 'another variant'],
  ['0197f0a000007000800000000000000', 'no hyphens'],
  ["0197f0a0-0000-7000-8000-000000000000'; --", 'more after it'],
  ['', 'nothing'],
])('%s is not a version 7 id: %s', (text) => {
  expect(isUuidV7(text)).toBe(false)
  expect(uuidTime(text)).toBeUndefined()
  expect(isAcceptableClientId(text, Date.now())).toBe(false)
})

test('a client may be a day ahead or years behind, but not more than a day ahead', () => {
  const id = '01a16260-7400-7000-8000-000000000000'
  const made = uuidTime(id) ?? 0
  const day = 24 * 3_600_000
  expect(isAcceptableClientId(id, made - day)).toBe(true)
  expect(isAcceptableClientId(id, made - day - 1)).toBe(false)
  expect(isAcceptableClientId(id, made + 1000 * day)).toBe(true)
})
