import { sql } from 'kysely'
import { uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { Said } from '../domain/joined-answer.ts'

/** What was said last of the answers of a matter, by the joined matter from which it was said. */
export async function saidOf(
  tx: Tx,
  ofCaseId: string,
  joined: readonly string[],
): Promise<ReadonlyMap<string, Said>> {
  if (joined.length === 0) return new Map()
  const { rows } = await sql<Said & { id: string }>`
    select distinct on (c.id) c.id, (e.payload -> 'answer' ->> 'round')::int as round, e.payload -> 'mergedIntoId' = 'null' as left,
      (e.payload ->> 'solved')::boolean as solved, (e.payload ->> 'satisfaction')::int as satisfaction
    from grid_case c join event e on e.tenant = c.tenant and e.stream_id = c.id and e.stream = 'case' and e.recorded_at >= c.opened_at
    where c.tenant = ${tx.tenant} and c.id = any(${uuids(joined)}) and e.payload -> 'answer' ->> 'caseId' = ${ofCaseId}
    order by c.id, e.seq desc`.execute(tx.db)
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}
