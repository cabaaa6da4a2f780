import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** How many matters are open in the district: what a change of a rule leaves as it is. */
export async function countOpenMatters(tx: Tx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from grid_case where tenant = ${tx.tenant} and open`.execute(tx.db)
  return rows[0]?.open ?? 0
}
