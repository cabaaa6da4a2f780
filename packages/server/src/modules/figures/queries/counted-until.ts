import { sql } from 'kysely'
import { headOf } from '../../../kernel/event-store.ts'
import { type Recounting, recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { figureCounts } from '../subscribers.ts'

export type CountedUntil = { readonly seq: number; readonly recounting: Recounting | null }

/**
 * The last event that is counted; 0 before the first. While everything is counted anew it is the last one that happened:
 * the news goes on from there, and nobody asks for all that was told long ago.
 */
export async function countedUntil(tx: Tx): Promise<CountedUntil> {
  const anew = await recounting(tx, figureCounts)
  if (anew) return { seq: await headOf(tx), recounting: anew }
  const { rows } = await sql<{ seq: number }>`
    select seq from figure_position where tenant = ${tx.tenant}`.execute(tx.db)
  return { seq: Number(rows[0]?.seq ?? 0), recounting: null }
}
