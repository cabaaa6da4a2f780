import { sql, type Transaction } from 'kysely'

interface ForeignKey {
  readonly on: string
  readonly name: string
  readonly definition: string
}

/**
 * Runs `work` with the foreign keys and triggers of our tables taken away, and puts them back afterwards.
 * Tables that point at each other, or at themselves, can so be filled in any order.
 */
export const withoutForeignKeys = async <T>(
  trx: Transaction<T>,
  work: () => Promise<void>,
): Promise<void> => {
  const { rows: keys } = await sql<ForeignKey>`
    select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and conrelid in (select oid from pg_class where relowner = 'lianxin_owner'::regrole)`.execute(trx)
  const { rows: tables } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relkind in ('r', 'p') and not relispartition and relhastriggers and relowner = 'lianxin_owner'::regrole`.execute(
    trx,
  )
  for (const key of keys) await sql.raw(`alter table ${key.on} drop constraint ${key.name}`).execute(trx)
  for (const { name } of tables) await sql.raw(`alter table ${name} disable trigger user`).execute(trx)
  await work()
  for (const { name } of tables) await sql.raw(`alter table ${name} enable trigger user`).execute(trx)
  for (const key of keys) {
    await sql.raw(`alter table ${key.on} add constraint ${key.name} ${key.definition}`).execute(trx)
  }
}
