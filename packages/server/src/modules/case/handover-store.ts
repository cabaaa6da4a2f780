import { sql } from 'kysely'
import { at, atMost } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type Handover = {
  readonly changeId: string
  readonly caseId: string
  readonly unitId: string
  readonly vacant: boolean
  /** Somebody begins or ends to act; nothing is to be taken over. */
  readonly acting: 'begins' | 'ends' | null
  /** Whether the post has worked on it; where not, its unit is called for something that nobody has answered yet. */
  readonly acted: boolean
}

/**
 * Open matters on which a post acted and which its unit still has, to be handed over by a change of its holder. What an
 * earlier change had handed over and nobody took is handed over anew. A mediation is never handed over: its mediator is named.
 * Beside them, those for which the unit is called and has not answered: it may be that nobody there can now.
 */
export async function noteHandovers(
  tx: Tx,
  change: Pick<Handover, 'changeId' | 'vacant' | 'acting'> & {
    readonly at: number
    readonly postId: string
    readonly unitId: string
  },
): Promise<void> {
  const { changeId, at: changedAt, vacant, acting } = change
  const unit = sql`${change.unitId}::uuid`
  if (acting === null)
    await sql`
    update case_handover set taken_at = ${at(changedAt)}, told_at = coalesce(told_at, ${at(changedAt)})
    where tenant = ${tx.tenant} and post_id = ${change.postId} and taken_at is null and change_id <> ${changeId}`.execute(
      tx.db,
    )
  await sql`
    insert into case_handover (tenant, change_id, case_id, post_id, unit_id, vacant, acting, handed_at, acted)
    select ${tx.tenant}, ${changeId}, c.id, ${change.postId}, ${unit}, ${vacant}, ${acting}::text, ${at(changedAt)}, acts.acted
    from grid_case c
    cross join lateral (
      select exists (select from event e where e.tenant = ${tx.tenant} and e.stream_id = c.id and e.stream = 'case'
        and e.actor_post = ${change.postId}::uuid and e.recorded_at >= c.opened_at) as acted) acts
    where c.tenant = ${tx.tenant} and c.closed_at is null and c.circle is null
      and (c.owner_unit_id = ${unit} or c.id in (
        select a.case_id from case_assignment a where a.tenant = ${tx.tenant} and a.unit_id = ${unit} and a.state <> 'returned'))
      and (acts.acted or c.id in (
        select a.case_id from case_assignment a where a.tenant = ${tx.tenant} and a.unit_id = ${unit} and a.state = 'sent'))
    on conflict do nothing`.execute(tx.db)
}

const columns = sql`o.change_id as "changeId", o.case_id as "caseId", o.unit_id as "unitId", o.vacant, o.acting, o.acted`

/** Matters whose history does not yet say that they were handed over. */
export async function untoldHandovers(tx: Tx, limit: number): Promise<readonly Handover[]> {
  const { rows } = await sql<Handover>`
    select ${columns} from case_handover o
    where o.tenant = ${tx.tenant} and o.told_at is null and (o.retry_at is null or o.retry_at <= ${at(tx.now)})
    order by o.handed_at limit ${atMost(limit)}`.execute(tx.db)
  return rows
}

/** Holds the row for the one who tells it; undefined where somebody else has it or had it. */
export async function lockUntold(tx: Tx, changeId: string, caseId: string): Promise<Handover | undefined> {
  const { rows } = await sql<Handover>`
    select ${columns} from case_handover o
    where o.tenant = ${tx.tenant} and o.change_id = ${changeId} and o.case_id = ${caseId} and o.told_at is null
    for update skip locked`.execute(tx.db)
  return rows[0]
}

/** `over`: nothing is left to take over, because the matter has ended. */
export async function markTold(tx: Tx, { changeId, caseId }: Handover, over: boolean): Promise<void> {
  const taken = over ? sql`${at(tx.now)}` : sql`null`
  await sql`
    update case_handover set told_at = ${at(tx.now)}, taken_at = ${taken}
    where tenant = ${tx.tenant} and change_id = ${changeId} and case_id = ${caseId}`.execute(tx.db)
}

export async function postponeHandover(tx: Tx, { changeId, caseId }: Handover, until: number): Promise<void> {
  await sql`
    update case_handover set retry_at = ${at(until)}
    where tenant = ${tx.tenant} and change_id = ${changeId} and case_id = ${caseId}`.execute(tx.db)
}

/** What waits to be taken over by a post, or by anybody of a unit where the post is vacant. */
export const waitsFor = (post: { readonly id: string; readonly unitId: string }) =>
  sql`o.told_at is not null and o.taken_at is null and o.unit_id = ${post.unitId}::uuid and (o.vacant or o.post_id = ${post.id}::uuid)`

export async function lockWaiting(
  tx: Tx,
  caseId: string,
  post: { readonly id: string; readonly unitId: string },
): Promise<Handover | undefined> {
  const { rows } = await sql<Handover>`
    select ${columns} from case_handover o
    where o.tenant = ${tx.tenant} and o.case_id = ${caseId} and ${waitsFor(post)} order by o.change_id limit 1 for update of o`.execute(
    tx.db,
  )
  return rows[0]
}

export async function markTaken(tx: Tx, { changeId, caseId }: Handover): Promise<void> {
  const account = tx.actor.kind === 'account' ? tx.actor.accountId : null
  await sql`
    update case_handover set taken_at = ${at(tx.now)}, taken_account = ${account}::uuid
    where tenant = ${tx.tenant} and change_id = ${changeId} and case_id = ${caseId}`.execute(tx.db)
}
