import { getKind, nameFor, type Raised, sentenceFor } from '@lianxin/contract'
import { sql } from 'kysely'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import { placeLine, placeNames } from '../../place/index.ts'
import { fill } from '../domain/sentences.ts'
import { followCodeOf } from './receipt.ts'

/** Where a matter stands that staff reported, said at once and again when the same report is sent twice. */
export async function raisedOf(tx: Tx, caseId: string, partyIds: readonly string[] = []): Promise<Raised> {
  const { rows } = await sql<{
    number: string
    version: number
    kind: string
    kind_version: number
    state: string
    community_code: string
    grid_code: string | null
    owner_unit_id: string | null
    due_at: number | null
    provisional: boolean
  }>`
    select number, version, kind, kind_version, state, community_code, grid_code, owner_unit_id, due_at, provisional
    from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(tx.db)
  const row = must(rows[0], { refusal: 'not-found' })
  const owner = row.owner_unit_id
    ? (await unitNames(tx, [row.owner_unit_id])).get(row.owner_unit_id)
    : undefined
  const codes = [row.community_code, ...(row.grid_code ? [row.grid_code] : [])]
  const names = await placeNames(tx, codes)
  const state = must(getKind(row.kind, row.kind_version).states[row.state], { refusal: 'server.fault' })
  return {
    caseId,
    number: row.number,
    version: row.version,
    state: row.state,
    stateName: nameFor(state, 'staff'),
    sentence: fill(sentenceFor(state, 'staff'), { owner }),
    ...placeLine(names, codes),
    dueAt: row.due_at,
    provisional: row.provisional,
    receipts: partyIds.filter((id) => id !== '').map((id) => ({ followCode: followCodeOf(tx, id) })),
  }
}
