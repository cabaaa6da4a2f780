import { getKind, makeFollowCode, type Receipt } from '@lianxin/contract'
import { sql } from 'kysely'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { gridWorkerName, unitNames } from '../../org/index.ts'
import { placeLine, placeNames } from '../../place/index.ts'
import { fill } from '../domain/sentences.ts'

/**
 * The secret by which a matter is followed, derived from the tenant's index key (never rotated): it is stored nowhere. Of the
 * case where one person raised it, of the party where it is between several.
 */
export const followCodeOf = (tx: Tx, caseOrParty: string): string =>
  makeFollowCode(tx.keys.blindIndex('case.followCode', caseOrParty))

/** What the requester gets at once, and again when the same report is sent twice. */
export async function receiptOf(tx: Tx, caseId: string): Promise<Receipt> {
  const { rows } = await sql<{
    number: string
    kind: string
    kind_version: number
    state: string
    community_code: string
    grid_code: string | null
    owner_unit_id: string | null
    due_at: number | null
    provisional: boolean
    opened_at: number
  }>`
    select number, kind, kind_version, state, community_code, grid_code, owner_unit_id, due_at, provisional, opened_at
    from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(tx.db)
  const row = must(rows[0], { refusal: 'not-found' })
  const [units, names, gridWorker] = await Promise.all([
    unitNames(tx, row.owner_unit_id ? [row.owner_unit_id] : []),
    placeNames(tx, [row.community_code, ...(row.grid_code ? [row.grid_code] : [])]),
    row.grid_code ? gridWorkerName(tx, row.grid_code) : null,
  ])
  const owner = units.get(row.owner_unit_id ?? '')
  const state = getKind(row.kind, row.kind_version).states[row.state]
  return {
    caseId,
    number: row.number,
    followCode: followCodeOf(tx, caseId),
    ownerName: owner?.name ?? '',
    ownerNameEn: owner?.nameEn ?? '',
    dueAt: row.due_at ?? row.opened_at,
    provisional: row.provisional,
    ...placeLine(names, [row.community_code, row.grid_code]),
    gridWorker,
    sentence: fill(state?.sentence, { owner }),
  }
}
