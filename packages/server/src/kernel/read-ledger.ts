import type { Purpose } from '@lianxin/contract'
import { sql } from 'kysely'
import { hashOf } from './command-outcome.ts'
import { at, uuids } from './sql-values.ts'
import type { Tx } from './tx.ts'
import { uuidV7 } from './uuid.ts'

/** Within this time the same post, view, purpose and people are one row with a count (architecture §3). */
const SAME_READ_MS = 5 * 60_000

/**
 * Writes that a member of staff saw people's data. The row is append-only, so that it can be sealed; repeats are
 * counted beside it. A requester who reads the own matter leaves no row: the ledger is about others.
 */
export async function recordRead(
  tx: Tx,
  view: string,
  purpose: Purpose | null,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0 || tx.actor.kind !== 'account') return
  const people = [...new Set(subjects)].sort()
  const { accountId, post } = tx.actor
  const same = hashOf([accountId, post?.id ?? null, view, purpose, people])
  const { rows } = await sql<{ id: string }>`
    select id from read_ledger
    where tenant = ${tx.tenant} and same_hash = ${same} and at >= ${at(tx.now - SAME_READ_MS)}
    order by at desc limit 1`.execute(tx.db)
  const earlier = rows[0]
  if (earlier) {
    await sql`
      insert into read_repeat as r (tenant, read_id, times) values (${tx.tenant}, ${earlier.id}, 2)
      on conflict (tenant, read_id) do update set times = r.times + 1`.execute(tx.db)
    return
  }
  await sql`
    insert into read_ledger (tenant, id, at, account, post, unit, view, purpose, subjects, same_hash)
    values (${tx.tenant}, ${uuidV7(tx.now)}, ${at(tx.now)}, ${accountId}, ${post?.id ?? null}::uuid,
      ${post?.unitId ?? null}::uuid, ${view}, ${purpose}, ${uuids(people)}, ${same})`.execute(tx.db)
}
