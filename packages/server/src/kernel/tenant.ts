import { sql } from 'kysely'
import type { Tx } from './tx.ts'

export type Tenant = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly numberPrefix: string
}

/** The tenant of a transaction. */
export async function tenantOf(tx: Tx): Promise<Tenant> {
  const { rows } = await sql<Tenant>`
    select id, code, name, name_en as "nameEn", number_prefix as "numberPrefix" from tenant where id = ${tx.tenant}`.execute(
    tx.db,
  )
  const [tenant] = rows
  if (!tenant) throw new Error(`no tenant ${tx.tenant}`)
  return tenant
}
