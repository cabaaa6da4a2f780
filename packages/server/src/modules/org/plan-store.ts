import { sql } from 'kysely'
import { at, atMost, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Acting, PlannedChange, PostFacts } from './queries/load-post.ts'
import { addHoldings, type NewHolding } from './store.ts'

type Post = Pick<PostFacts, 'id' | 'unitId' | 'holding'>

export type DueChange = {
  readonly id: string
  readonly postId: string
  readonly what: 'holder' | 'actingBegins' | 'actingEnds'
  readonly endedHoldingId: string | null
  readonly begunHoldingId: string | null
}

type NewChange = Omit<DueChange, 'postId'> & { readonly happensAt: number }

/** Adds what is to be told later. What is known already stays as it is: a file that is read again plans nothing twice. */
async function addChanges(tx: Tx, post: Post, changes: readonly NewChange[]): Promise<void> {
  const rows = changes.map((one) => ({ ...one, happensAt: new Date(one.happensAt).toISOString() }))
  await sql`
    insert into post_change (tenant, id, post_id, unit_id, what, happens_at, ended_holding_id, begun_holding_id)
    select ${tx.tenant}, r.id, ${post.id}, ${post.unitId}, r.what, r."happensAt", r."endedHoldingId", r."begunHoldingId"
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, what text, "happensAt" timestamptz, "endedHoldingId" uuid, "begunHoldingId" uuid)
    on conflict do nothing`.execute(tx.db)
}

/** From then on somebody else holds the post, or nobody. */
export async function planHolder(
  tx: Tx,
  {
    id,
    post,
    begun,
    from,
  }: {
    readonly id: string
    readonly post: Post
    readonly begun: NewHolding | null
    readonly from: number
  },
): Promise<void> {
  const endedHoldingId = post.holding?.id ?? null
  if (endedHoldingId !== null) await endAt(tx, endedHoldingId, from)
  if (begun) await addHoldings(tx, [{ ...begun, from }])
  await addChanges(tx, post, [
    { id, what: 'holder', happensAt: from, endedHoldingId, begunHoldingId: begun?.id ?? null },
  ])
}

/** Between these dates somebody works in the post for its holder. */
export async function planActing(
  tx: Tx,
  {
    ids: [begins, ends],
    post,
    holding,
    from,
    until,
  }: {
    readonly ids: readonly [string, string]
    readonly post: Post
    readonly holding: NewHolding
    readonly from: number
    readonly until: number
  },
): Promise<void> {
  await addHoldings(tx, [{ ...holding, from, until, acting: true }])
  await addChanges(tx, post, [
    { id: begins, what: 'actingBegins', happensAt: from, endedHoldingId: null, begunHoldingId: holding.id },
    { id: ends, what: 'actingEnds', happensAt: until, endedHoldingId: holding.id, begunHoldingId: null },
  ])
}

/** The former holder keeps the post after all; what would have begun is in force at no moment. */
export async function cancelHolder(tx: Tx, planned: PlannedChange): Promise<void> {
  if (planned.begunHoldingId !== null) await neverBegins(tx, planned.begunHoldingId)
  if (planned.endedHoldingId !== null)
    await sql`update post_holding set valid_to = null where tenant = ${tx.tenant} and id = ${planned.endedHoldingId}`.execute(
      tx.db,
    )
  await sql`update post_change set cancelled_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = ${planned.id}`.execute(
    tx.db,
  )
}

/** Acting ends now and is told so; where it has not begun, it never does. */
export async function endActing(tx: Tx, { id, from }: Acting): Promise<void> {
  const begun = from <= tx.now
  if (begun) await endAt(tx, id, tx.now)
  else await neverBegins(tx, id)
  const untold = sql`tenant = ${tx.tenant} and told_at is null and cancelled_at is null`
  await (begun
    ? sql`update post_change set happens_at = ${at(tx.now)} where ${untold} and what = 'actingEnds' and ended_holding_id = ${id}`
    : sql`update post_change set cancelled_at = ${at(tx.now)} where ${untold} and (ended_holding_id = ${id} or begun_holding_id = ${id})`
  ).execute(tx.db)
}

const endAt = (tx: Tx, holdingId: string, until: number) =>
  sql`update post_holding set valid_to = greatest(${at(until)}, valid_from) where tenant = ${tx.tenant} and id = ${holdingId}`.execute(
    tx.db,
  )
const neverBegins = (tx: Tx, holdingId: string) =>
  sql`update post_holding set valid_to = valid_from where tenant = ${tx.tenant} and id = ${holdingId}`.execute(
    tx.db,
  )

const due = (tx: Tx) =>
  sql`tenant = ${tx.tenant} and told_at is null and cancelled_at is null and happens_at <= ${at(tx.now)} and (retry_at is null or retry_at <= ${at(tx.now)})`
const columns = sql`id, post_id as "postId", what, ended_holding_id as "endedHoldingId", begun_holding_id as "begunHoldingId"`

/** Changes whose moment has come, in the order in which it came. */
export async function dueChanges(tx: Tx, limit: number): Promise<readonly DueChange[]> {
  const { rows } = await sql<DueChange>`
    select ${columns} from post_change where ${due(tx)} order by happens_at, what, id limit ${atMost(limit)}`.execute(
    tx.db,
  )
  return rows
}

export async function lockDueChange(tx: Tx, id: string): Promise<DueChange | undefined> {
  const { rows } = await sql<DueChange>`
    select ${columns} from post_change where ${due(tx)} and id = ${id} for update skip locked`.execute(tx.db)
  return rows[0]
}

export async function markChangeTold(tx: Tx, id: string): Promise<void> {
  await sql`update post_change set told_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
}

export async function postponeChange(tx: Tx, id: string, until: number): Promise<void> {
  await sql`update post_change set retry_at = ${at(until)} where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
}
