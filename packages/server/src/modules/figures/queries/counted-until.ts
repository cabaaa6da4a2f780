import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** The last event that is counted; 0 before the first. */
export async function countedUntil(tx: Tx): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from figure_position where tenant = ${tx.tenant}`.execute(tx.db)
  return Number(rows[0]?.seq ?? 0)
}
