import { type DemoMessage, messageRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { MessageChannel } from '../connector.ts'
import { openMessage } from '../store.ts'

const PAGE = 30

type Row = {
  id: string
  channel: MessageChannel
  recipient: Uint8Array
  body: Uint8Array
  state: DemoMessage['state']
  created_at: number
}

/** What a demonstration would have sent, newest first. Registered in demo mode only; its people are made up. */
export const listDemoMessages = query<typeof messageRoutes.demo>({
  route: messageRoutes.demo,
  permit: 'message.readDemo',
  async view(tx, _permit, { query: { cursor } }) {
    const after = cursor ? positionOf(cursor) : undefined
    const { rows } = await sql<Row>`
      select id, channel, recipient, body, state, created_at from message
      where tenant = ${tx.tenant} and body is not null and ${after ? sql`(created_at, id) < (${at(after.at)}, ${after.id}::uuid)` : sql`true`}
      order by created_at desc, id desc limit ${PAGE + 1}`.execute(tx.db)
    const shown = rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      channel: row.channel,
      ...openMessage(tx, row),
      at: row.created_at,
      state: row.state,
    }))
    const last = shown.at(-1)
    return {
      answer: { rows: shown, next: last && rows.length > PAGE ? cursorAfter(last) : null },
      subjects: [],
    }
  },
})
