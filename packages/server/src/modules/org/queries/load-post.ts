import type { Role } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Permit, type ReachColumns, where } from '../../../kernel/permit.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** What reach over a post means in SQL. */
export const postReach: ReachColumns = {
  placeCode: sql.ref('p.place_code'),
  caseId: sql`null::uuid`,
  circle: sql`null::uuid[]`,
  ofUnit: (unitId) => [sql`p.unit_id = ${unitId}::uuid`],
}

/** A change of holder that is to come. */
export type PlannedChange = {
  readonly id: string
  readonly endedHoldingId: string | null
  readonly begunHoldingId: string | null
}
/** Who works in a post for its holder, now or soon. */
export type Acting = {
  readonly id: string
  readonly accountId: string | null
  readonly from: number
  readonly until: number
}

export type PostFacts = {
  readonly id: string
  readonly version: number
  readonly role: Role
  readonly unitId: string
  /** Who holds it now; whoever acts in it does not hold it. */
  readonly holding: { readonly id: string; readonly accountId: string | null } | null
  readonly planned: PlannedChange | null
  readonly acting: Acting | null
}

/** The post if it lies within reach, held until the transaction ends: two who change it take turns. @throws Refused */
export async function lockPost(tx: Tx, permit: Permit, id: string): Promise<PostFacts> {
  const { rows } = await sql<Pick<PostFacts, 'id' | 'version' | 'role' | 'unitId'>>`
    select p.id, p.version, p.role, p.unit_id as "unitId" from post p
    where p.tenant = ${tx.tenant} and p.id = ${id} and ${where(permit, postReach)} for update of p`.execute(
    tx.db,
  )
  const post = must(rows[0], { refusal: 'not-found' })
  const [held, planned, acting] = await Promise.all([
    sql<{ id: string; accountId: string | null }>`
      select id, account_id as "accountId" from post_holding where tenant = ${tx.tenant} and post_id = ${id} and not acting
        and valid_from <= ${at(tx.now)} and (valid_to is null or valid_to > ${at(tx.now)})
      order by valid_from desc limit 1`.execute(tx.db),
    sql<PlannedChange>`
      select id, ended_holding_id as "endedHoldingId", begun_holding_id as "begunHoldingId" from post_change
      where tenant = ${tx.tenant} and post_id = ${id} and what = 'holder' and told_at is null and cancelled_at is null
      limit 1`.execute(tx.db),
    sql<Acting>`
      select id, account_id as "accountId", valid_from as "from", valid_to as "until" from post_holding
      where tenant = ${tx.tenant} and post_id = ${id} and acting and valid_to > ${at(tx.now)} and valid_to > valid_from
      order by valid_from limit 1`.execute(tx.db),
  ])
  return {
    ...post,
    holding: held.rows[0] ?? null,
    planned: planned.rows[0] ?? null,
    acting: acting.rows[0] ?? null,
  }
}

export type PersonOfUnit = { readonly accountId: string; readonly unitId: string; readonly name: string }

/** Who has or had a post in a unit, under the name last used there. */
export async function peopleOf(tx: Tx, ofPosts: RawBuilder<boolean>): Promise<readonly PersonOfUnit[]> {
  const { rows } = await sql<PersonOfUnit>`
    select distinct on (p.unit_id, h.account_id) h.account_id as "accountId", p.unit_id as "unitId", h.holder_name as name
    from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
    where p.tenant = ${tx.tenant} and ${ofPosts} and h.account_id is not null
    order by p.unit_id, h.account_id, h.valid_from desc`.execute(tx.db)
  return rows
}
