import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Begun, earliest, inForce, neverBegan, planned } from './effective-versions.ts'

const SEED = 20_261_128
const HOUR_MS = 3_600_000

/** A district that decides now and then, at once or for a later day; each decision knows when it was made. */
const history = fc
  .array(fc.record({ pause: fc.integer({ min: 1, max: 90 * HOUR_MS }), ahead: fc.nat(200 * HOUR_MS) }), {
    maxLength: 12,
  })
  .map((decisions) => {
    let now = Date.UTC(2026, 10, 1)
    return decisions.map(({ pause, ahead }, index) => {
      now += pause
      return { version: index + 1, decidedAt: now, effectiveFrom: Math.max(earliest(now), now + ahead) }
    })
  })
const moments = fc.array(fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2027, 3, 1) }), {
  minLength: 1,
  maxLength: 30,
})
const versionAt = (versions: readonly Begun[], moment: number) => inForce(versions, moment)?.version ?? 0

describe('versions of a rule', () => {
  it('follow each other: the version in force only grows with time', () => {
    fc.assert(
      fc.property(history, moments, (versions, at) => {
        const inOrder = at.toSorted((one, other) => one - other).map((moment) => versionAt(versions, moment))
        expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other))
      }),
      { seed: SEED },
    )
  })

  it('never change what held until the moment of a decision', () => {
    fc.assert(
      fc.property(history, moments, (versions, at) => {
        versions.forEach((decided, index) => {
          const before = versions.slice(0, index)
          for (const moment of at.filter((one) => one <= decided.decidedAt))
            expect(versionAt(versions.slice(0, index + 1), moment)).toBe(versionAt(before, moment))
        })
      }),
      { seed: SEED },
    )
  })

  it('are in force at some moment, or were replaced before they began', () => {
    fc.assert(
      fc.property(history, (versions) => {
        for (const one of versions)
          expect(versionAt(versions, one.effectiveFrom) === one.version).toBe(!neverBegan(one, versions))
      }),
      { seed: SEED },
    )
  })

  it('are planned from the decision until they begin, and a later decision takes their place', () => {
    const first = { version: 1, effectiveFrom: 2_000 }
    const sooner = { version: 2, effectiveFrom: 1_000 }
    expect([planned([first], 500), planned([first], 2_000)]).toEqual([first, undefined])
    expect(planned([first, sooner], 500)).toBe(sooner)
    expect([inForce([first, sooner], 1_500), inForce([first, sooner], 3_000)]).toEqual([sooner, sooner])
  })

  it.each([
    ['2026-11-28T08:00:00Z', '2026-11-28T08:01:00Z'],
    ['2026-11-28T08:00:54Z', '2026-11-28T08:01:00Z'],
    ['2026-11-28T08:00:56Z', '2026-11-28T08:02:00Z'],
    ['2028-02-28T23:59:58Z', '2028-02-29T00:01:00Z'],
  ])('decided at %s count from %s at the earliest', (now, from) => {
    expect(new Date(earliest(Date.parse(now))).toISOString()).toBe(from.replace('Z', '.000Z'))
  })
})
