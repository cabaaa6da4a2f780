import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile, timingOf } from './timing.ts'

test('a percentile is the smallest value that enough others do not exceed', () => {
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(percentile([1, 2, 3, 4], 0.95)).toBe(4)
  expect(percentile([7], 0.01)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('at least the share of all values is no larger than their percentile, whatever they are', () => {
  const some = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(some, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
      const sorted = Float64Array.from(values).sort()
      const found = percentile(sorted, share)
      expect(values).toContain(found)
      expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
        share * values.length - 1e-6,
      )
    }),
  )
})

test('a timing counts, divides by the seconds and does not need its values in order', () => {
  const timing = timingOf([30, 10, 20, 40], 2)
  expect(timing).toEqual({ count: 4, perSecond: 2, p50: 20, p95: 40, p99: 40 })
})
