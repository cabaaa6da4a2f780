import type pg from 'pg'

/** Tables that repeated statements add rows to, with what tells the rows apart. */
const ADDED_TO = [
  ['content', 'id'],
  ['clock', 'id'],
  ['case_assignment', 'id'],
  ['case_requester', 'case_id'],
  ['case_detail', 'case_id'],
  ['grid_case', 'id'],
] as const

/**
 * What pgbench and the control write is made of captured values under new ids: words sealed for another row, which
 * nobody can open, and events that nothing led to. It must be gone before the application reads again.
 * Remembers what there is; the answer takes the rest away.
 */
export async function undoRepeats(client: pg.Client): Promise<() => Promise<void>> {
  // Ids carry their moment: of a million matters only those that came since this run began need to be told apart.
  // Not made by `uuidV7`, which never goes back to before the last id that it made.
  const moment = Math.floor(performance.timeOrigin).toString(16).padStart(12, '0')
  const since = `${moment.slice(0, 8)}-${moment.slice(8)}-0000-0000-000000000000`
  await client.query('create temp table known_head as select tenant, seq from tenant_head')
  for (const [table, key] of ADDED_TO) {
    await client.query(
      `create temp table known_${table} as select tenant, ${key} from ${table} where ${key} >= '${since}'`,
    )
    await client.query(`create index on known_${table} (tenant, ${key})`)
  }
  return async () => {
    // The event table refuses to forget, and rightly; this is the bench's own scratch database.
    await client.query('set session_replication_role = replica')
    await client.query('delete from event e using known_head h where e.tenant = h.tenant and e.seq > h.seq')
    await client.query('update tenant_head t set seq = h.seq from known_head h where h.tenant = t.tenant')
    for (const [table, key] of ADDED_TO) {
      await client.query(
        `delete from ${table} a where a.${key} >= '${since}' and not exists (select 1 from known_${table} k where k.tenant = a.tenant and k.${key} = a.${key})`,
      )
      await client.query(`drop table known_${table}`)
    }
    await client.query('drop table known_head')
    await client.query('reset session_replication_role')
  }
}
