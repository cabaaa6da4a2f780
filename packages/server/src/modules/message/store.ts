import { sql } from 'kysely'
import { openCell } from '../../kernel/content.ts'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { MessageChannel } from './connector.ts'

export type NewMessage = {
  readonly id: string
  readonly caseId: string
  readonly channel: MessageChannel
  readonly to: string
  readonly text: string
}
export type ClaimedMessage = {
  readonly id: string
  readonly channel: MessageChannel
  readonly to: string
  readonly text: string
  readonly tries: number
}

const seat = (column: 'recipient' | 'body', row: string) => ({ table: 'message', column, row })

/** What is sealed in a row, opened. */
export const openMessage = (
  tx: Tx,
  row: { readonly id: string; readonly recipient: Uint8Array; readonly body: Uint8Array },
) => {
  const open = (column: 'recipient' | 'body') => openCell(tx, row[column], seat(column, row.id))
  return { to: open('recipient'), text: open('body') }
}

/** Puts a message into the queue, once however often it is asked. */
export async function queueMessage(tx: Tx, { id, caseId, channel, to, text }: NewMessage): Promise<void> {
  const recipient = tx.keys.columns.seal(to, seat('recipient', id))
  const body = tx.keys.columns.seal(text, seat('body', id))
  await sql`
    insert into message (tenant, id, case_id, channel, recipient, body, state, tries, next_try_at, created_at)
    values (${tx.tenant}, ${id}, ${caseId}, ${channel}, ${recipient}, ${body}, 'waiting', 0, ${at(tx.now)}, ${at(tx.now)})
    on conflict do nothing`.execute(tx.db)
}

/** Takes due messages for `leaseMs`: whoever takes them and dies leaves them to the next. */
export async function claimMessages(
  tx: Tx,
  most: number,
  leaseMs: number,
): Promise<readonly ClaimedMessage[]> {
  const { rows } = await sql<{
    id: string
    channel: MessageChannel
    recipient: Uint8Array
    body: Uint8Array
    tries: number
  }>`
    update message m set tries = m.tries + 1, next_try_at = ${at(tx.now + leaseMs)}
    from (select id from message where tenant = ${tx.tenant} and state = 'waiting' and next_try_at <= ${at(tx.now)}
      order by next_try_at limit ${most} for update skip locked) due
    where m.tenant = ${tx.tenant} and m.id = due.id
    returning m.id, m.channel, m.recipient, m.body, m.tries`.execute(tx.db)
  return rows.map((row) => ({ id: row.id, channel: row.channel, tries: row.tries, ...openMessage(tx, row) }))
}

/** What became of a message that was tried. `again`: when to try once more; null when there is nothing more to try. */
export type TriedMessage = {
  readonly id: string
  readonly outcome: 'delivered' | { readonly again: number | null }
}

export async function settleMessages(tx: Tx, tried: readonly TriedMessage[]): Promise<void> {
  const rows = tried.map(({ id, outcome }) => {
    if (outcome === 'delivered') return { id, state: 'delivered', next: null, delivered: tx.now }
    return { id, state: outcome.again === null ? 'failed' : 'waiting', next: outcome.again, delivered: null }
  })
  await sql`
    update message m set state = t.state, next_try_at = to_timestamp(t.next / 1000.0), delivered_at = to_timestamp(t.delivered / 1000.0)
    from jsonb_to_recordset(${jsonRows(rows)}) as t(id uuid, state text, next bigint, delivered bigint)
    where m.tenant = ${tx.tenant} and m.id = t.id and m.state = 'waiting'`.execute(tx.db)
}

/** Erases recipient and words of settled messages from before a moment. That they were sent stays. */
export async function eraseMessages(tx: Tx, before: number, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update message set recipient = null, body = null where tenant = ${tx.tenant} and id in (
      select id from message where tenant = ${tx.tenant} and body is not null and state <> 'waiting' and created_at < ${at(before)} limit ${most})`.execute(
    tx.db,
  )
  return Number(numAffectedRows ?? 0n)
}
