import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayInput, toDayInput } from './day-input.ts'

describe('a deadline in the input for dates', () => {
  it('is told in the time of China', () => {
    expect(toDayInput(Date.parse('2026-07-02T18:00:00+08:00'))).toBe('2026-07-02T18:00')
    expect(fromDayInput('2026-07-02T18:00')).toBe(Date.parse('2026-07-02T18:00:00+08:00'))
  })

  it.each(['', '2026-07-02', 'soon', '2026-13-45T99:99'])('“%s” is no instant', (text) => {
    expect(fromDayInput(text)).toBeUndefined()
  })

  it('comes back as the same minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        expect(fromDayInput(toDayInput(at))).toBe(at - (at % 60_000))
      }),
    )
  })
})
