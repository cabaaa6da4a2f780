import { type FollowView, getKind } from '@lianxin/contract'
import { sql } from 'kysely'
import { systemActor } from '../../../kernel/actor.ts'
import { readAs, type Tx } from '../../../kernel/tx.ts'
import { followCodeOf } from './receipt.ts'

/**
 * The matters to which a requester came along from this one, with the own way in. They may be confidential, so that this
 * session has no sight of them: the system looks, by the requester's own id, and says no more than the number.
 * To be awaited alone: nothing else of this transaction may be read meanwhile.
 */
export async function begunFor(tx: Tx, requesterId: string): Promise<FollowView['begun']> {
  await readAs(tx, systemActor('case.begun'))
  const { rows } = await sql<{ id: string; number: string; kind: string; kind_version: number }>`
    select r.id, c.number, c.kind, c.kind_version
    from case_requester r join grid_case c on c.tenant = r.tenant and c.id = r.case_id
    where r.tenant = ${tx.tenant} and r.origin_id = ${requesterId} order by c.opened_at, r.id`.execute(tx.db)
  await readAs(tx, tx.actor)
  return rows.map(({ id, number, kind, kind_version }) => ({
    ...{ number, followCode: followCodeOf(tx, id) },
    kindName: getKind(kind, kind_version).name,
  }))
}
