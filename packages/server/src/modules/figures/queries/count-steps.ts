import type { StepCounts } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { at, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

const COLUMNS: Readonly<Record<keyof StepCounts, string>> = {
  registered: 'registered',
  answered: 'answered',
  closed: 'closed',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
  selfHandled: 'self_handled',
  merged: 'merged',
  transferred: 'transferred',
  excluded: 'excluded',
  climbed: 'climbed',
}
const sums = sql.join(
  Object.entries(COLUMNS).map(
    ([name, column]) => sql`coalesce(sum(${sql.ref(column)}), 0)::int as ${sql.ref(name)}`,
  ),
)

type Span = { readonly code: string; readonly from: number; readonly until: number }

const rowsWithin = (tx: Tx, { code, from, until }: Span): RawBuilder<unknown> =>
  sql`figure_hour where tenant = ${tx.tenant} and hour_at >= ${at(from)} and hour_at < ${at(until)} and ${withinCode(sql.ref('place_code'), code)}`

/** What happened within a place in a time, by hour; hours without events are missing. */
export async function countStepsByHour(
  tx: Tx,
  span: Span,
): Promise<readonly (StepCounts & { readonly hourAt: number })[]> {
  const { rows } = await sql<StepCounts & { hourAt: number }>`
    select hour_at as "hourAt", ${sums} from ${rowsWithin(tx, span)} group by hour_at order by hour_at`.execute(
    tx.db,
  )
  return rows
}

/** The same by the first `length` digits of the place. */
export async function countStepsByPlace(
  tx: Tx,
  span: Span,
  length: number,
): Promise<ReadonlyMap<string, StepCounts>> {
  const { rows } = await sql<StepCounts & { code: string }>`
    select left(place_code, ${length}::int) as code, ${sums} from ${rowsWithin(tx, span)} group by 1`.execute(
    tx.db,
  )
  return new Map(rows.map(({ code, ...counts }) => [code, counts]))
}
