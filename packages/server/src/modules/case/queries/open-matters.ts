import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** How many matters are open in the district: what a change of a rule leaves as it is. */
export async function countOpenMatters(tx: Tx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from grid_case where tenant = ${tx.tenant} and open`.execute(tx.db)
  return rows[0]?.open ?? 0
}

/** A list of numbers that a sentence can still hold. */
const LISTED = 20

/** Open matters about each item, or about one: how many, and the numbers of the oldest. */
export async function openMattersByItem(
  tx: Tx,
  itemCode?: string,
): Promise<ReadonlyMap<string, { readonly count: number; readonly numbers: readonly string[] }>> {
  const { rows } = await sql<{ item_code: string; count: number; numbers: string[] }>`
    select item_code, count(*)::int as count, (array_agg(number order by opened_at, id))[1:${sql.raw(String(LISTED))}] as numbers
    from grid_case where tenant = ${tx.tenant} and open and ${itemCode === undefined ? sql`item_code is not null` : sql`item_code = ${itemCode}`}
    group by item_code`.execute(tx.db)
  return new Map(rows.map(({ item_code, count, numbers }) => [item_code, { count, numbers }]))
}
