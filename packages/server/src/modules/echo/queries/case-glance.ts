import { sql } from 'kysely'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { HeardBy } from '../domain/me-too-event.ts'

/** As much of a matter as somebody may learn who follows it without having raised it. */
export type CaseGlance = {
  readonly kind: string
  readonly kindVersion: number
  readonly state: string
  readonly placeCode: string
  readonly communityCode: string
  readonly itemCode: string | null
  readonly itemVersion: number | null
  readonly ownerUnitId: string | null
  readonly unitIds: readonly string[]
  readonly openedAt: number
  readonly dueAt: number | null
  readonly closedAt: number | null
}

/** A look-up without a permit: it grants nothing, and opens no words. */
export async function glanceAt(tx: Tx, caseId: string): Promise<CaseGlance> {
  const { rows } = await sql<CaseGlance>`
    select kind, kind_version as "kindVersion", state, place_code as "placeCode", community_code as "communityCode", item_code as "itemCode", item_version as "itemVersion",
      owner_unit_id as "ownerUnitId", unit_ids as "unitIds", opened_at as "openedAt", due_at as "dueAt", closed_at as "closedAt"
    from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(tx.db)
  return must(rows[0], { refusal: 'not-found' })
}

/** Where a matter is and whose: what tells who may hear of it. */
export async function heardBy(tx: Tx, caseId: string): Promise<HeardBy> {
  const { placeCode, itemCode, unitIds } = await glanceAt(tx, caseId)
  return { placeCode, itemCode, unitIds: [...unitIds] }
}
