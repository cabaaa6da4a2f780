import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** How many matters that hang on this one are open. A look-up for commands and views of the matter itself. */
export async function openChildrenOf(tx: Tx, caseId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from case_link l join grid_case c on c.tenant = l.tenant and c.id = l.case_id
    where l.tenant = ${tx.tenant} and l.other_id = ${caseId} and l.kind = 'parent' and c.open`.execute(tx.db)
  return rows[0]?.open ?? 0
}
