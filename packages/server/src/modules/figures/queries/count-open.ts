import { DUE_SOON_MS, type OpenCounts } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export const NONE_OPEN: OpenCounts = { open: 0, overdue: 0, dueSoon: 0 }

/**
 * Open matters within a place, counted now, by the first `length` digits of their place. One that has no longer code
 * (a matter whose grid is not known) is counted under the code that it has.
 */
export async function countOpen(
  tx: Tx,
  code: string,
  length: number,
): Promise<ReadonlyMap<string, OpenCounts>> {
  const { rows } = await sql<OpenCounts & { code: string }>`
    select left(place_code, ${length}::int) as code, count(*)::int as open, count(*) filter (where due_at < ${at(tx.now)})::int as overdue,
      count(*) filter (where due_at >= ${at(tx.now)} and due_at < ${at(tx.now + DUE_SOON_MS)})::int as "dueSoon"
    from figure_open where tenant = ${tx.tenant} and ${withinCode(sql.ref('place_code'), code)} group by 1`.execute(
    tx.db,
  )
  return new Map(rows.map(({ code: of, open, overdue, dueSoon }) => [of, { open, overdue, dueSoon }]))
}

export const sumOpen = (counts: Iterable<OpenCounts>): OpenCounts =>
  [...counts].reduce(
    (sum, one) => ({
      open: sum.open + one.open,
      overdue: sum.overdue + one.overdue,
      dueSoon: sum.dueSoon + one.dueSoon,
    }),
    NONE_OPEN,
  )
