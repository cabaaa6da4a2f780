import { monthSpan, type RateView } from '@lianxin/contract'
import { expect } from 'vitest'
import { countBoard } from '../../src/modules/figures/queries/figure-board.ts'
import { evaluationBoard } from '../../src/modules/rating/queries/evaluation-board.ts'
import type { Town } from './open-town.ts'

const parts = ({ onTime, solved, satisfied }: Record<'onTime' | 'solved' | 'satisfied', RateView>) =>
  [onTime, solved, satisfied].map(({ numerator, denominator, tooFewToSay }) => ({
    ...{ numerator, denominator, tooFewToSay },
  }))

/** At the last moment of a month of thirty days the wall's thirty days are that month: its rates are those of evaluation. */
export async function expectOneDefinition({ inside }: Town, places: readonly string[]): Promise<void> {
  const wholes = [0, 0, 0]
  for (const month of ['2026-09', '2026-11'])
    for (const code of places) {
      const [wall, evaluated] = await inside(async (real) => {
        const tx = { ...real, now: monthSpan(month)[1] - 1 }
        const place = { code, name: '', nameEn: '', level: 'district' } as const
        const asked = { params: {}, query: { by: 'place', month, place: code }, body: undefined } as never
        return [
          (await countBoard(tx, place, { seq: 0, recounting: null })).rates,
          (await evaluationBoard.view(tx, undefined as never, asked, null)).answer.total.rates,
        ] as const
      })
      expect(wall.days).toBe(30)
      expect(parts(wall), `${month} ${code}`).toEqual(parts(evaluated))
      for (const [at, { denominator }] of parts(wall).entries()) wholes[at] = Number(wholes[at]) + denominator
    }
  expect(Math.min(...wholes)).toBeGreaterThan(0)
}
