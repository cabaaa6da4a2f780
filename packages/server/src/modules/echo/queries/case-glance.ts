import { sql } from 'kysely'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** As much of a matter as somebody may learn who follows it without having raised it. */
export type CaseGlance = {
  readonly kind: string
  readonly kindVersion: number
  readonly state: string
  readonly communityCode: string
  readonly itemCode: string | null
  readonly itemVersion: number | null
  readonly ownerUnitId: string | null
  readonly openedAt: number
  readonly dueAt: number | null
  readonly closedAt: number | null
}

/** A look-up without a permit: it grants nothing, and opens no words. */
export async function glanceAt(tx: Tx, caseId: string): Promise<CaseGlance> {
  const { rows } = await sql<CaseGlance>`
    select kind, kind_version as "kindVersion", state, community_code as "communityCode", item_code as "itemCode", item_version as "itemVersion",
      owner_unit_id as "ownerUnitId", opened_at as "openedAt", due_at as "dueAt", closed_at as "closedAt"
    from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(tx.db)
  return must(rows[0], { refusal: 'not-found' })
}
