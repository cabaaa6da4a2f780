import { sql } from 'kysely'
import { uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type JoinedStep, togetherWith } from '../domain/joinings.ts'

/**
 * Matters that were ever joined with this one, or that this one was joined with, directly or through others, at one time. Whoever
 * had their own reopened since complained of the same thing.
 */
export async function everJoined(tx: Tx, caseId: string, which: 'with' | 'into'): Promise<readonly string[]> {
  const [from, to] = which === 'with' ? ['other_id', 'case_id'] : ['case_id', 'other_id']
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select ${caseId}::uuid as id
      union
      select ${sql.ref(`l.${to}`)} from chain join case_link l on l.tenant = ${tx.tenant} and l.kind = 'mergedInto' and ${sql.ref(`l.${from}`)} = chain.id
    )
    select id from chain`.execute(tx.db)
  // A link says that they were joined, and the history when, each time.
  return rows.length === 1 ? [] : togetherWith(await joinedSteps(tx, rows), caseId, which)
}

async function joinedSteps(
  tx: Tx,
  matters: readonly { readonly id: string }[],
): Promise<readonly JoinedStep[]> {
  const { rows } = await sql<JoinedStep>`
    select c.id as "caseId", e.seq::int8 as seq, e.payload ->> 'mergedIntoId' as into
    from grid_case c join event e on e.tenant = c.tenant and e.stream_id = c.id and e.stream = 'case' and e.recorded_at >= c.opened_at
    where c.tenant = ${tx.tenant} and c.id = any(${uuids(matters.map(({ id }) => id))})`.execute(tx.db)
  return rows.map(({ seq, ...step }) => ({ ...step, seq: Number(seq) }))
}
