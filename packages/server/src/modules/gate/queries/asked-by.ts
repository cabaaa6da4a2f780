import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** Whether the account that acts now wrote or submitted this request: whoever asks does not decide, in whichever post. */
export async function askedByActor(tx: Tx, requestId: string): Promise<boolean> {
  const account = tx.actor.kind === 'account' ? tx.actor.accountId : null
  if (account === null) return false
  const { rows } = await sql`
    select 1 from gate_request g join event e on e.tenant = g.tenant and e.stream_id = g.id and e.recorded_at >= g.created_at
    where g.tenant = ${tx.tenant} and g.id = ${requestId} and e.type in ('gate.drafted', 'gate.submitted') and e.actor_account = ${account} limit 1`.execute(
    tx.db,
  )
  return rows.length > 0
}
