import type { Purpose } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { hashOf } from './command-outcome.ts'
import { at, uuids } from './sql-values.ts'
import type { Tx } from './tx.ts'
import { uuidV7 } from './uuid.ts'

/** Within this time the same post, view, purpose and people are one row with a count (architecture §3). */
const SAME_READ_MS = 5 * 60_000

type ReadOf = readonly [view: string, purpose: Purpose | null, subjects: readonly string[]]

/**
 * The one statement that writes that a member of staff saw people's data. The row is append-only, so that it can be
 * sealed; repeats are counted beside it. A requester who reads the own matter leaves no row: the ledger is about others.
 */
export function readNote(tx: Tx, ...[view, purpose, subjects]: ReadOf): RawBuilder<unknown> | undefined {
  if (subjects.length === 0 || tx.actor.kind !== 'account') return undefined
  const people = [...new Set(subjects)].sort()
  const { accountId, post } = tx.actor
  const same = hashOf([accountId, post?.id ?? null, view, purpose, people])
  return sql`
    with earlier as (
      select id from read_ledger
      where tenant = ${tx.tenant} and same_hash = ${same} and at >= ${at(tx.now - SAME_READ_MS)}
      order by at desc limit 1
    ), again as (
      insert into read_repeat as r (tenant, read_id, times) select ${tx.tenant}, id, 2 from earlier
      on conflict (tenant, read_id) do update set times = r.times + 1
    )
    insert into read_ledger (tenant, id, at, account, post, unit, view, purpose, subjects, same_hash)
    select ${tx.tenant}, ${uuidV7(tx.now)}::uuid, ${at(tx.now)}, ${accountId}::uuid, ${post?.id ?? null}::uuid,
      ${post?.unitId ?? null}::uuid, ${view}, ${purpose}, ${uuids(people)}, ${same}
    where not exists (select from earlier)`
}

/** The same at once, where something else is still to be done in the transaction. */
export const recordRead = async (tx: Tx, ...read: ReadOf): Promise<void> => {
  await readNote(tx, ...read)?.execute(tx.db)
}
