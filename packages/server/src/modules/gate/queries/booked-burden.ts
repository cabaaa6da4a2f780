import { type Burden, minutesIn, monthSpan } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'

export type BurdenRow = Burden & {
  readonly requestId: string
  readonly communityCode: string
  readonly level: 'community' | 'grid'
}

export const tenth = (minutes: number) => Math.round(minutes * 10) / 10

/** Everything that held for somebody at some moment from then on. */
export async function booked(tx: Tx, from: number, communityCode?: string): Promise<readonly BurdenRow[]> {
  const { rows } = await sql<BurdenRow>`
    select request_id as "requestId", community_code as "communityCode", level, minutes, frequency, from_at as "fromAt", until_at as "untilAt"
    from gate_burden where tenant = ${tx.tenant} and until_at > ${at(from)}
      and ${communityCode === undefined ? sql`true` : sql`community_code = ${communityCode}`}`.execute(tx.db)
  return rows
}

/** Minutes of a whole community: what each grid does is done once in each. */
export const costOf = (row: BurdenRow, month: string, grids: number) =>
  minutesIn(row, month) * (row.level === 'grid' ? grids : 1)

/** How many minutes one grid may be burdened with in a month: as decided for its end if it is over, for now, or for its beginning. */
export async function budgetIn(tx: Tx, month: string): Promise<number> {
  const [from, until] = monthSpan(month)
  const moment = Math.min(Math.max(tx.now, from), until - 1)
  return (await settingAt(tx, 'burdenBudget', moment)).minutesOfGrid
}
