import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isSyntheticResidentId,
  residentIdProblem,
  SYNTHETIC_REGION,
  syntheticResidentId,
  usccWarning,
} from './identity-checksum.ts'
import { DAY_MS, isoDateOf } from './local-day.ts'

const someDay = fc
  .integer({ min: Date.UTC(1900, 0) / DAY_MS, max: Date.UTC(2026, 11) / DAY_MS })
  .map(isoDateOf)
const someId = fc
  .tuple(someDay, fc.nat(999))
  .map(([birthDate, serial]) => syntheticResidentId(birthDate, serial))

describe('resident identity numbers (GB 11643)', () => {
  test.each(['11010519491231002X', '11010519491231002x', '440524188001010014'])('%s is sound', (id) => {
    expect(residentIdProblem(id)).toBeUndefined()
  })

  test.each([
    ['110105194912310021', 'checksum'],
    ['440524188001010041', 'checksum'],
    ['219999202602290018', 'birthDate'],
    ['219999202613010018', 'birthDate'],
    ['11010519491231002', 'format'],
    ['11010519491231002X ', 'format'],
    ['010105194912310021', 'format'],
    ['１1010519491231002X', 'format'],
  ])('%s fails for its %s', (id, problem) => {
    expect(residentIdProblem(id)).toBe(problem)
  })

  test('a synthetic number is sound and lies in the region where nobody lives', () => {
    fc.assert(
      fc.property(someId, (id) => {
        expect(id.startsWith(SYNTHETIC_REGION)).toBe(true)
        expect(isSyntheticResidentId(id)).toBe(true)
      }),
    )
    expect(isSyntheticResidentId('11010519491231002X')).toBe(false)
  })

  test('any one wrong digit is found', () => {
    fc.assert(
      fc.property(someId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1)
        expect(residentIdProblem(wrong)).toBeDefined()
      }),
    )
  })

  test('no number is made for a day that never was or a serial out of range', () => {
    expect(() => syntheticResidentId('2025-02-29', 1)).toThrow(RangeError)
    for (const serial of [-1, 1000, 0.5])
      expect(() => syntheticResidentId('2024-02-29', serial)).toThrow(RangeError)
  })
})

describe('unified social credit codes (GB 32100)', () => {
  test.each(['91350200776049653A', '91350500798359476R', '91440101MA5CJQ4N59'])('%s is sound', (code) => {
    expect(usccWarning(code)).toBeUndefined()
  })

  test.each([
    ['91350200776049653B', 'checksum'],
    ['91350200776049635A', 'checksum'],
    ['91350200776049653', 'format'],
    ['91350200776049653I', 'format'],
    ['91440101ma5cjq4n59', 'format'],
    // Right check character around an organisation code (GB 11714) whose own digit is wrong.
    ['91350200776049654D', 'organisationChecksum'],
  ])('%s draws the warning “%s”', (code, warning) => {
    expect(usccWarning(code)).toBe(warning)
  })
})
