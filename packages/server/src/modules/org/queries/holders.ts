import type { Role } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Who holds a role in a unit now, with the name under which they serve. */
export async function holdersOf(
  tx: Tx,
  unitId: string,
  role: Role,
): Promise<readonly { readonly accountId: string; readonly name: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select distinct h.account_id as "accountId", h.holder_name as name
    from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
    where p.tenant = ${tx.tenant} and p.unit_id = ${unitId} and p.role = ${role} and h.account_id is not null
      and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
    order by h.holder_name`.execute(tx.db)
  return rows
}

/** The name under which an account serves or last served in a unit; history keeps its names. */
export async function servingName(tx: Tx, unitId: string, accountId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select h.holder_name as name from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
    where p.tenant = ${tx.tenant} and p.unit_id = ${unitId} and h.account_id = ${accountId}
    order by h.valid_from desc limit 1`.execute(tx.db)
  return rows[0]?.name ?? null
}
