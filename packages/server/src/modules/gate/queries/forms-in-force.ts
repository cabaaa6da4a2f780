import type { ComparedForm } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { demandWords } from './demand-words.ts'

export type FormInForce = ComparedForm & { readonly title: string; readonly unitId: string }

/** Forms that hold for somebody now, but for the one that is being compared. */
export async function formsInForce(tx: Tx, exceptId: string | null): Promise<readonly FormInForce[]> {
  const { rows } = await sql<{ id: string; unit_id: string; demand_id: string }>`
    select g.id, g.unit_id, g.demand_id from gate_request g
    where g.tenant = ${tx.tenant} and g.kind = 'form' and g.state in ('asking', 'inForce') and g.until_at > ${at(tx.now)}
      and g.id is distinct from ${exceptId}::uuid order by g.created_at, g.id`.execute(tx.db)
  const wordsOf = await demandWords(
    tx,
    rows.map((row) => row.demand_id),
  )
  return rows.map((row) => {
    const { title, fields } = wordsOf(row.demand_id)
    return { requestId: row.id, unitId: row.unit_id, title, fields }
  })
}
