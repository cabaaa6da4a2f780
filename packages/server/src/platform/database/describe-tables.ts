import { type Kysely, sql } from 'kysely'

/** One column of a table of the `public` schema that belongs to us (not to an extension). */
export interface Column {
  readonly table: string
  readonly name: string
  /** The name that PostgreSQL gives the type itself: `int4`, `timestamptz`, `_text` for an array. */
  readonly type: string
  readonly nullable: boolean
  /** `by default`: may be left out of an insert; `always`: must be. */
  readonly filled: 'no' | 'by default' | 'always'
}

/** All columns in order of table and place. A partitioned table is described once, its parts not at all. */
export const describeTables = async <T>(db: Kysely<T>): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    select c.relname as "table", a.attname as "name", t.typname as "type",
      not (a.attnotnull or (t.typtype = 'd' and t.typnotnull)) as "nullable",
      case when a.attgenerated <> '' or a.attidentity = 'a' then 'always'
           when a.atthasdef or a.attidentity = 'd' then 'by default'
           else 'no' end as "filled"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`.execute(db)
  return rows
}
