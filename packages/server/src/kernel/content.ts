import { UNREADABLE } from '@lianxin/contract'
import { sql } from 'kysely'
import type { SealContext } from './ports.ts'
import { at, jsonRows, uuids } from './sql-values.ts'
import type { Tx } from './tx.ts'

/** Words of a person, to be stored apart from the events that point at them, sealed and erasable. */
export type NewContent = {
  readonly id: string
  readonly streamId: string
  readonly field: string
  readonly text: string
  /** The confidential matter in whose circle alone it is read. */
  readonly circleId?: string | null
}

const seat = (id: string) => ({ table: 'content', column: 'body', row: id })

export async function putContent(tx: Tx, rows: readonly NewContent[]): Promise<void> {
  if (rows.length === 0) return
  const sealed = rows.map(({ id, streamId, field, text, circleId }) => ({
    ...{ id, streamId, field, circleId: circleId ?? null },
    body: Buffer.from(tx.keys.columns.seal(text, seat(id))).toString('hex'),
  }))
  await sql`
    insert into content (tenant, id, stream_id, field, body, created_at, circle_id)
    select ${tx.tenant}, r.id, r."streamId", r.field, decode(r.body, 'hex'), ${at(tx.now)}, r."circleId"
    from jsonb_to_recordset(${jsonRows(sealed)}) as r(id uuid, "streamId" uuid, field text, body text, "circleId" uuid)`.execute(
    tx.db,
  )
}

/** A sealed text among others: one that cannot be opened says so in its own line and takes nothing else with it. */
export const openCell = (tx: Tx, sealed: Uint8Array, place: SealContext): string =>
  tx.keys.columns.readable(sealed, place) ?? UNREADABLE

/** The words of a content row that was read with others: a list reads them in its own statement. */
export const openContent = (tx: Tx, id: string, body: Uint8Array): string => openCell(tx, body, seat(id))

/** What a program wrote as JSON into a content row: `gone` where it is erased, `unreadable` where it cannot be opened. */
export const parseContent = <T>(text: string | null | undefined, gone: T, unreadable: T = gone): T =>
  text == null ? gone : text === UNREADABLE ? unreadable : (JSON.parse(text) as T)

/** The texts that exist and open, by id: for a program, which would take the word for a damaged one for the text. */
export async function readWhole(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await readContent(tx, ids))].filter(([, text]) => text !== UNREADABLE))
}

/** The texts that still exist, by id, for people to read; an erased one is absent. */
export async function readContent(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; body: Uint8Array }>`
    select id, body from content where tenant = ${tx.tenant} and id = any(${uuids(ids)}) and body is not null`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, openContent(tx, row.id, row.body)]))
}

/** Erases the words of a case for good; the events stay and still replay. */
export async function eraseContent(tx: Tx, streamId: string): Promise<void> {
  await sql`
    update content set body = null, erased_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and stream_id = ${streamId} and body is not null`.execute(tx.db)
}

/** When words were last erased; null: never. What is counted from words is counted again when it changes. */
export async function lastErasure(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ erased: number }>`
    select erased_at as erased from content
    where tenant = ${tx.tenant} and erased_at is not null order by erased_at desc limit 1`.execute(tx.db)
  return rows[0]?.erased ?? null
}
