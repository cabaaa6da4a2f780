import { type Kysely, sql } from 'kysely'

/** A table to carry over, with what is needed to read it whole and to write it back. */
export interface TableShape {
  readonly schema: string
  readonly table: string
  /** Row-level security: it must be read and written tenant by tenant, by its owner too. */
  readonly walled: boolean
  readonly columns: readonly string[]
  /** The type of each column as a cast names it. */
  readonly types: readonly string[]
}

/**
 * All our tables with the columns that are stored (computed ones are computed again). Not among them: the list
 * of migrations (running them writes it) and the parts of partitioned tables.
 */
export const listTables = async <T>(db: Kysely<T>): Promise<readonly TableShape[]> => {
  const { rows } = await sql<TableShape>`
    select n.nspname as schema, c.relname as "table", c.relrowsecurity as walled,
      array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relowner = (select oid from pg_roles where rolname = 'lianxin_owner')
      and (n.nspname, c.relname) <> ('public', 'migration')
    group by n.nspname, c.relname, c.relrowsecurity
    order by n.nspname collate "C", c.relname collate "C"`.execute(db)
  return rows
}

/** The numbers of all tenants, for the tables behind the wall. */
export const listTenants = async <T>(db: Kysely<T>): Promise<readonly number[]> =>
  (await sql<{ id: number }>`select id from tenant order by id`.execute(db)).rows.map(({ id }) => id)
