import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateOf, wilsonInterval } from './figures.ts'

const counts = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))

describe('honest figures', () => {
  test('nothing out of nothing is no rate, not 100 %', () => {
    expect(rateOf(0, 0)).toEqual({
      numerator: 0,
      denominator: 0,
      value: null,
      interval: null,
      tooFewToSay: true,
    })
  })

  test('a few cases are too few to say, by a threshold that can be set', () => {
    expect(rateOf(29, 29).tooFewToSay).toBe(true)
    expect(rateOf(30, 30).tooFewToSay).toBe(false)
    expect(rateOf(5, 5, 5).tooFewToSay).toBe(false)
  })

  // Published values: Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('the interval of %i in %i is %f to %f', (numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator, denominator)
    expect(interval?.[0]).toBeCloseTo(low, 4)
    expect(interval?.[1]).toBeCloseTo(high, 4)
  })

  test('the interval holds the rate and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const { value, interval } = rateOf(numerator, denominator)
        fc.pre(value !== null && interval !== null)
        expect(interval[0]).toBeGreaterThanOrEqual(0)
        expect(interval[0]).toBeLessThanOrEqual(value)
        expect(interval[1]).toBeGreaterThanOrEqual(value)
        expect(interval[1]).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('counts that cannot be are refused', () => {
    expect(() => rateOf(2, 1)).toThrow(RangeError)
    expect(() => rateOf(-1, 1)).toThrow(RangeError)
    expect(() => rateOf(0.5, 1)).toThrow(RangeError)
  })
})
