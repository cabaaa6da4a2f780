import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { timestamp } from '../database/parameters.ts'
import { inTransaction } from '../database/transaction.ts'
import type { KeyStore, WrappedKey } from './keyring.ts'

/** The store of wrapped keys in table `tenant_key`, behind the tenant's wall like everything else of it. */
export function databaseKeyStore(database: Pick<Database, 'app'>): KeyStore {
  const prologue = (tenant: number) =>
    `set local role lianxin_app; set local app.tenant = '${Math.trunc(tenant)}'`
  return {
    load: (tenant) =>
      inTransaction(database, prologue(tenant), async (trx) => {
        const { rows } = await sql<WrappedKey>`
          select tenant, key_id as "keyId", purpose, wrapped, created_at as "createdAt", retired_at as "retiredAt"
          from tenant_key where tenant = ${tenant} order by key_id`.execute(trx)
        return rows
      }),
    insert: ({ tenant, keyId, purpose, wrapped, createdAt }) =>
      inTransaction(database, prologue(tenant), async (trx) => {
        const { numAffectedRows } = await sql`
          insert into tenant_key (tenant, key_id, purpose, wrapped, created_at)
          values (${tenant}, ${keyId}, ${purpose}, ${wrapped}, ${timestamp(createdAt)})
          on conflict (tenant, key_id) do nothing`.execute(trx)
        return numAffectedRows === 1n
      }),
  }
}
