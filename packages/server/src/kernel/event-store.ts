import { type RawBuilder, sql } from 'kysely'
import { at, atMost, uuids } from './sql-values.ts'
import type { Tx } from './tx.ts'

/** What `decide` returns: something that happened, in ids, codes, numbers and times. */
export type NewEvent<P extends object = object> = {
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly streamId: string
  readonly streamVersion: number
  readonly payload: P
  /** The confidential matter in whose circle alone it is read. */
  readonly circleId?: string | null
}

/** A stored event. `seq` is gapless per tenant: subscriber position, live-stream id and sync cursor at once. */
export type StoredEvent<P extends object = object> = NewEvent<P> & {
  readonly seq: number
  readonly recordedAt: number
  readonly actorKind: string
  readonly actorAccount: string | null
  readonly actorPost: string | null
}

/**
 * The statement that appends events, the last before COMMIT: the head's row lock makes `seq` the commit order, and it is
 * held only until the COMMIT that travels with it is done.
 */
export function appending(tx: Tx, events: readonly NewEvent[], commandId: string): RawBuilder<unknown> {
  const { actor } = tx
  const account = actor.kind === 'account' ? actor.accountId : null
  const post = actor.kind === 'account' ? (actor.post?.id ?? null) : null
  const rows = JSON.stringify(events.map((event, index) => ({ ...event, ord: index + 1 })))
  return sql`
    with head as (
      insert into tenant_head as h (tenant, seq) values (${tx.tenant}, ${events.length})
      on conflict (tenant) do update set seq = h.seq + ${events.length} returning seq
    )
    insert into event (tenant, seq, id, type, stream, stream_id, stream_version, actor_kind, actor_account, actor_post, command_id, payload, recorded_at, circle_id)
    select ${tx.tenant}, head.seq - ${events.length} + e.ord, e.id, e.type, e.stream, e."streamId", e."streamVersion",
      ${actor.kind}, ${account}::uuid, ${post}::uuid, ${commandId}::uuid, e.payload, ${at(tx.now)}, e."circleId"
    from head, jsonb_to_recordset(${rows}::jsonb) as e(ord int, id uuid, type text, stream text, "streamId" uuid, "streamVersion" int, payload jsonb, "circleId" uuid)`
}

/** The same at once, where no command of the kernel's ends the transaction: let nothing follow it. */
export async function appendEvents(tx: Tx, events: readonly NewEvent[], commandId: string): Promise<void> {
  if (events.length > 0) await appending(tx, events, commandId).execute(tx.db)
}

type EventRow = {
  seq: number
  id: string
  type: string
  stream: string
  stream_id: string
  stream_version: number
  payload: object
  recorded_at: number
  actor_kind: string
  actor_account: string | null
  actor_post: string | null
}

const columns = sql`seq, id, type, stream, stream_id, stream_version, payload, recorded_at, actor_kind, actor_account, actor_post`

const stored = <P extends object>(row: EventRow): StoredEvent<P> => ({
  seq: Number(row.seq),
  id: row.id,
  type: row.type,
  stream: row.stream,
  streamId: row.stream_id,
  streamVersion: row.stream_version,
  payload: row.payload as P,
  recordedAt: row.recorded_at,
  actorKind: row.actor_kind,
  actorAccount: row.actor_account,
  actorPost: row.actor_post,
})

/** The history of one aggregate, oldest first. `since`: no partition before it is read. */
export const readStream = <P extends object>(
  tx: Tx,
  streamId: string,
  since: number,
): Promise<readonly StoredEvent<P>[]> => readStreams<P>(tx, [streamId], since)

/** The history of one aggregate and of what belongs to it, oldest first. */
export const readStreams = <P extends object>(
  tx: Tx,
  streamIds: readonly string[],
  since: number,
): Promise<readonly StoredEvent<P>[]> => readHistory<P>(tx, uuids(streamIds), at(since))

/** The same where other rows say which streams and since when: as SQL, so that nobody waits for those first. */
export async function readHistory<P extends object>(
  tx: Tx,
  streamIds: RawBuilder<readonly string[]>,
  since: RawBuilder<number>,
): Promise<readonly StoredEvent<P>[]> {
  const { rows } = await sql<EventRow>`
    select ${columns} from event
    where tenant = ${tx.tenant} and stream_id = any(${streamIds}) and recorded_at >= ${since}
    order by seq`.execute(tx.db)
  return rows.map((row) => stored<P>(row))
}

/** Events of a tenant after a position, in order. */
export async function readAfter(tx: Tx, seq: number, limit: number): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<EventRow>`
    select ${columns} from event where tenant = ${tx.tenant} and seq > ${seq} order by seq limit ${atMost(limit)}`.execute(
    tx.db,
  )
  return rows.map((row) => stored(row))
}

/** When the last event happened, by the kernel's stamp; 0: none has. */
export async function lastMoment(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    recorded_at: number
  }>`select recorded_at from event where tenant = ${tx.tenant} order by seq desc limit 1`.execute(tx.db)
  return rows[0]?.recorded_at ?? 0
}

/** The last position of a tenant; 0 before anything happened. */
export async function headOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    seq: number
  }>`select seq from tenant_head where tenant = ${tx.tenant}`.execute(tx.db)
  return Number(rows[0]?.seq ?? 0)
}
