import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Tidies the tables and renews the planner's statistics. PostgreSQL does this by itself (autovacuum); the
 * embedded database has nobody to do it, so a job calls this every hour or so, and after a large import.
 * Table by table, so that nobody waits for more than one of them. Returns how many tables were tidied.
 */
export const maintain = async (database: Database): Promise<number> => {
  if (database.driver === 'postgres') return 0
  // What was just written counts too: the counters are told at most once a second unless asked.
  await sql`select pg_stat_force_next_flush()`.execute(database.owner)
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name
    from pg_class c
    left join pg_stat_all_tables s on s.relid = c.oid
    where c.relkind = 'r' and c.relowner = 'lianxin_owner'::regrole
      and (coalesce(s.n_mod_since_analyze, 1) > 0 or coalesce(s.n_dead_tup, 1) > 0)
    order by 1`.execute(database.owner)
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.raw(name)}`.execute(database.owner)
  return rows.length
}
