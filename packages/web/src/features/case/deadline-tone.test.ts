import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineAt } from './deadline-tone.ts'

const HOUR = 3_600_000
const ten = { tone: 'open', openedAt: 0, dueAt: 10 * HOUR } as const

describe('how pressing a matter is', () => {
  it.each([
    ['a fresh matter is open', 1 * HOUR, 'open'],
    ['the last fifth is due soon', 8 * HOUR, 'dueSoon'],
    ['the minute itself is still in time', 10 * HOUR, 'dueSoon'],
    ['a millisecond later it is overdue', 10 * HOUR + 1, 'overdue'],
  ] as const)('%s', (_, now, tone) => {
    expect(deadlineAt(ten, now).tone).toBe(tone)
  })

  it('says that a matter is waiting on somebody rather than pressing, until the time is over', () => {
    expect(deadlineAt({ ...ten, tone: 'waiting' }, 9 * HOUR).tone).toBe('waiting')
    expect(deadlineAt({ ...ten, tone: 'waiting' }, 11 * HOUR).tone).toBe('overdue')
  })

  it('stops the clock of a closed matter, however late it was', () => {
    expect(deadlineAt({ ...ten, tone: 'closed' }, 99 * HOUR)).toEqual({ tone: 'closed', gone: 1 })
  })

  it('the gone share stays between 0 and 1 and never falls as time passes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (openedAt, length, first, later) => {
        const matter = { tone: 'open', openedAt, dueAt: openedAt + length } as const
        const [early, late] = [first, first + later].map((now) => deadlineAt(matter, now).gone)
        expect(early).toBeGreaterThanOrEqual(0)
        expect(late).toBeLessThanOrEqual(1)
        expect(late).toBeGreaterThanOrEqual(early ?? 2)
      }),
    )
  })
})
