import { expect, it } from 'vitest'
import { periods } from './periods.ts'

it('offers the whole months before this one, the last first, as China counts them, and the last thirty days', () => {
  // In London it is still December, in China the new year has begun.
  const now = Date.parse('2027-01-01T00:30+08:00')
  const months = periods(now)
  expect(months.at(-1)).toEqual({ month: null, from: now - 30 * 86_400_000, to: now })
  expect(months.map(({ month }) => month)).toEqual(['2026-12', '2026-11', '2026-10', null])
  expect(months[0]).toMatchObject({
    from: Date.parse('2026-12-01T00:00+08:00'),
    to: Date.parse('2027-01-01T00:00+08:00'),
  })
})
