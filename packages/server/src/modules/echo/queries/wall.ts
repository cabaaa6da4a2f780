import { type EchoFacets, echoRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { at, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { questionOf } from '../domain/tokens.ts'
import { shownEntries } from './entry-view.ts'

const PAGE = 12

/** Answers that hold every part of the question; each part is one look into the index of tokens. */
const holding = (tx: Tx, tokens: readonly string[]) => sql`e.id in (
  select t.entry_id from echo_token t
  where t.tenant = ${tx.tenant} and t.token in (${sql.join(tokens.map((token) => sql`${token}`))})
  group by t.entry_id having count(*) = ${tokens.length})`
const COMMUNITY_CODE_LENGTH = 12

/** The wall: for everybody, without a ledger, because nothing on it is about a person. */
export const showWall = query<typeof echoRoutes.wall>({
  route: echoRoutes.wall,
  permit: 'public.read',
  async view(tx, _permit, { query: { q, communityCode, itemCode, cursor, limit = PAGE } }) {
    const conditions = [sql`true`]
    const tokens = questionOf(q ?? '')
    // Marks alone ask for nothing that could be found.
    if (q?.trim() && tokens.length === 0) return { answer: { rows: [], next: null }, subjects: [] }
    if (tokens.length > 0) conditions.push(holding(tx, tokens))
    if (communityCode?.length === COMMUNITY_CODE_LENGTH)
      conditions.push(sql`e.community_code = ${communityCode}`)
    else if (communityCode) conditions.push(withinCode(sql.ref('e.community_code'), communityCode))
    if (itemCode) conditions.push(sql`e.item_code = ${itemCode}`)
    if (cursor) {
      const after = positionOf(cursor)
      conditions.push(sql`(e.published_at, e.id) < (${at(after.at)}, ${after.id}::uuid)`)
    }
    const found = await shownEntries(tx, sql.join(conditions, sql` and `), limit + 1)
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    const next = last && found.length > limit ? cursorAfter({ at: last.publishedAt, id: last.id }) : null
    return { answer: { rows, next }, subjects: [] }
  },
})

export const showEntry = query<typeof echoRoutes.entry>({
  route: echoRoutes.entry,
  permit: 'public.read',
  async view(tx, _permit, { params: { id } }) {
    const [entry] = await shownEntries(tx, sql`e.id = ${id}`, 1)
    return {
      answer: must(entry, { refusal: (await wasThere(tx, id)) ? 'echo.down' : 'not-found' }),
      subjects: [],
    }
  },
})

async function wasThere(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from echo_entry where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
  return rows.length > 0
}

export const showFacets = query<typeof echoRoutes.facets>({
  route: echoRoutes.facets,
  permit: 'public.read',
  async view(tx) {
    const shown = sql`from echo_entry e join grid_case c on c.tenant = e.tenant and c.id = e.case_id and not c.open`
    const where = sql`where e.tenant = ${tx.tenant} and e.state = 'published'`
    const communities = await sql<EchoFacets['communities'][number]>`
      select p.code, p.name, p.name_en as "nameEn", count(*)::int as count ${shown} join place p on p.code = e.community_code ${where}
      group by p.code, p.name, p.name_en order by count(*) desc, p.code`.execute(tx.db)
    const items = await sql<EchoFacets['items'][number]>`
      select i.code, max(i.name) as name, max(i.name_en) as "nameEn", count(*)::int as count ${shown}
      join item i on i.tenant = e.tenant and i.code = e.item_code and i.version = e.item_version ${where}
      group by i.code order by count(*) desc, i.code`.execute(tx.db)
    const total = communities.rows.reduce((sum, { count }) => sum + count, 0)
    return { answer: { total, communities: communities.rows, items: items.rows }, subjects: [] }
  },
})
