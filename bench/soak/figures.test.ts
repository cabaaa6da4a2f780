import { describe, expect, it } from 'vitest'
import { punctualityOf, recoveryMs, usualP95, wallSeconds } from './figures.ts'
import type { DueClock } from './past.ts'

const clock = (dueAt: number, firedAt: number | null, stoppedAt: number | null = null): DueClock => ({
  kind: 'request',
  clock: 'triage',
  dueAt,
  firedAt,
  stoppedAt,
  seq: null,
})

const pace = { speed: 100, end: 1_000_000, asked: 1_000_000 }

describe('the punctuality of clocks', () => {
  it('goes on in usual seconds when the play is over', () => {
    expect(wallSeconds(900_000, 1_002_000, pace)).toBe(3)
    expect(wallSeconds(1_001_000, 1_002_000, pace)).toBe(1)
  })

  it('is told in seconds on the wall: at ×100 eight minutes of the day are not five seconds', () => {
    const { late, beyond } = punctualityOf([clock(0, 480_000), clock(0, 520_000)], pace)
    expect([late.most, beyond]).toEqual([5.2, 1])
  })

  it('counts what never fired, unless somebody stopped it in time or its time was only just', () => {
    const silent = [clock(0, null), clock(0, null, 400_000), clock(0, null, 600_000), clock(900_000, null)]
    expect(punctualityOf(silent, pace)).toMatchObject({ beyond: 2, overtaken: 2 })
  })
})

describe('the way back to what is usual', () => {
  const readings = (slow: (second: number) => boolean) =>
    Array.from({ length: 1_000 }, (_, order) => ({
      at: order * 100,
      ms: slow(Math.floor(order / 10)) ? 400 : 10 + (order % 7),
      status: 200,
    }))
  const burst = { from: 30_000, to: 40_000 }

  it('is measured from the end of the burst to ten seconds that are as before', () => {
    const list = readings((second) => second >= 30 && second < 55)
    const usual = usualP95(list, { from: 0, to: burst.from })
    expect(usual).toBe(16)
    expect(recoveryMs(list, burst, 100_000, usual)).toBe(15_000)
  })

  it('has no end when they stay slow', () => {
    const list = readings((second) => second >= 30)
    expect(recoveryMs(list, burst, 100_000, 16)).toBe(Number.POSITIVE_INFINITY)
  })
})
