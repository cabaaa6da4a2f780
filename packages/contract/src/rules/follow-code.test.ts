import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLEAR_ALPHABET, makeFollowCode, normaliseFollowCode } from './follow-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('the follow code', () => {
  test('has no character that is mistaken for another', () => {
    expect(new Set(CLEAR_ALPHABET).size).toBe(31)
    expect(CLEAR_ALPHABET).not.toMatch(/[01OIL]/)
  })

  test('carries 60 bits or more', () => {
    const characters = makeFollowCode(new Uint8Array(16)).replaceAll('-', '').length
    expect(characters * Math.log2(CLEAR_ALPHABET.length)).toBeGreaterThan(60)
  })

  test('reads back as issued however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeFollowCode(random)
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{4}$/)
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' ')} `,
        ]) {
          expect(normaliseFollowCode(typed)).toBe(code)
        }
      }),
    )
  })

  test('is the first 16 bytes as a number in base 31, lowest place first', () => {
    expect(makeFollowCode(new Uint8Array(40))).toBe('2222-22222-2222')
    expect(makeFollowCode(new Uint8Array(16).fill(255))).toBe('9GN3-SWXAU-RQ83')
    expect(makeFollowCode(Uint8Array.from({ length: 16 }, (_, index) => index))).toBe('PT7T-4RX84-JB4T')
  })

  test('every random byte matters: changing one changes the code', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.integer({ min: 1, max: 255 }), (random, at, flip) => {
        const other = Uint8Array.from(random)
        other[at] = (random[at] ?? 0) ^ flip
        expect(makeFollowCode(other)).not.toBe(makeFollowCode(random))
      }),
    )
  })

  test.each(['', 'ABCD', '0BCD-EFGHJ-KMNP', 'ABCD-EFGHJ-KMNPQ', "' OR '1'='1'"])(
    '“%s” cannot be one',
    (typed) => {
      expect(normaliseFollowCode(typed)).toBeUndefined()
    },
  )

  test('is not made from too little chance', () => {
    expect(() => makeFollowCode(new Uint8Array(15))).toThrow(RangeError)
  })
})
