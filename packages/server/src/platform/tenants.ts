import { sql } from 'kysely'
import type { Database } from './database/database.ts'

export type NewTenant = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly numberPrefix: string
  readonly validFrom: string
}

/** Adds a tenant, by the owner's credential: the application may only read which there are. */
export async function addTenant(database: Pick<Database, 'owner'>, tenant: NewTenant): Promise<void> {
  await sql`
    insert into tenant (id, code, name, name_en, number_prefix, valid_from)
    values (${tenant.id}, ${tenant.code}, ${tenant.name}, ${tenant.nameEn}, ${tenant.numberPrefix}, ${tenant.validFrom}::date)
    on conflict do nothing`.execute(database.owner)
}

export type TenantRow = { readonly id: number; readonly code: string }

const KEEP_MS = 30_000

/** The tenants in force, asked for again twice a minute: they come and go by an operator's hand. */
export function tenantDirectory(
  database: Pick<Database, 'app'>,
  now: () => number,
): () => Promise<readonly TenantRow[]> {
  let kept: { readonly at: number; readonly rows: Promise<readonly TenantRow[]> } | undefined
  return () => {
    if (!kept || now() - kept.at > KEEP_MS) {
      const rows = database.app.transaction().execute(async (trx) => {
        await sql`set local role lianxin_app`.execute(trx)
        return (
          await sql<TenantRow>`select id, code from tenant where valid_to is null order by id`.execute(trx)
        ).rows
      })
      kept = { at: now(), rows }
      rows.then(
        (list) => {
          if (list.length === 0) kept = undefined
        },
        () => {
          kept = undefined
        },
      )
    }
    return kept.rows
  }
}
