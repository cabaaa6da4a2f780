import {
  type GateBudget,
  type GateTerms,
  minutesIn,
  minutesOfGrid,
  monthOf,
  monthSpan,
  monthsAhead,
} from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { gridsOf, placeNames } from '../../place/index.ts'
import { type BurdenRow, booked, budgetIn, tenth } from './booked-burden.ts'

type Demand = Pick<GateTerms, 'level' | 'minutes' | 'frequency' | 'fromAt' | 'untilAt'> & {
  readonly communityCodes: readonly string[]
}
type Standing = {
  readonly code: string
  readonly grids: number
  readonly before: number
  readonly after: number
}

/**
 * What a demand does to the budget of minutes of the grids that it burdens, in the month of the next twelve in which it does
 * most. `requestId`: the demand itself, whose minutes are not counted twice once it holds.
 */
export async function budgetOf(tx: Tx, demand: Demand, requestId: string | null): Promise<GateBudget | null> {
  const months = demand.minutes > 0 ? monthsAhead(demand, tx.now) : []
  if (months.length === 0) return null
  const grids = Map.groupBy(await gridsOf(tx, demand.communityCodes), ({ communityCode }) => communityCode)
  const rows = (await booked(tx, monthSpan(monthOf(tx.now))[0])).filter(
    (row) => row.requestId !== requestId && grids.has(row.communityCode),
  )
  const ofCommunity = Map.groupBy(rows, ({ communityCode }) => communityCode)
  const standings = (month: string): readonly Standing[] => {
    const own = minutesIn(demand, month)
    // One demand lies on many communities: how often it falls due in a month is counted once.
    const counted = new Map<string, number>()
    const minutesOf = (row: BurdenRow): number => {
      const minutes = counted.get(row.requestId) ?? minutesIn(row, month)
      counted.set(row.requestId, minutes)
      return minutes
    }
    return [...grids].map(([code, { length }]) => {
      const before = (ofCommunity.get(code) ?? []).reduce(
        (total, row) => total + minutesOfGrid(minutesOf(row), row.level, length),
        0,
      )
      const after = before + minutesOfGrid(own, demand.level, length)
      return { code, grids: length, before: tenth(before), after: tenth(after) }
    })
  }
  const judged = await Promise.all(
    months.map(async (month) => {
      const all = standings(month)
      const heaviest = all.reduce((most, one) => (one.after > most.after ? one : most), all[0] ?? NOBODY)
      return { month, all, heaviest, minutes: await budgetIn(tx, month) }
    }),
  )
  const share = ({ heaviest, minutes }: (typeof judged)[number]) => heaviest.after / minutes
  const worst = judged.reduce((most, one) => (share(one) > share(most) ? one : most))
  const { all, heaviest, minutes, month } = worst
  const name = (await placeNames(tx, [heaviest.code])).get(heaviest.code)
  if (!name) return null
  const beyond = all.filter(({ after }) => after > minutes).reduce((total, one) => total + one.grids, 0)
  return { month, minutes, heaviest: { ...heaviest, ...name }, beyond }
}

/** No community that is asked has a grid. */
const NOBODY: Standing = { code: '', grids: 0, before: 0, after: 0 }
