import { type DeliberationList, deliberationRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { publicHeads, readable } from './public-heads.ts'

const PAGE = 12

/** For everybody, without a ledger: nothing of it is about a person. */
export const listDeliberations = query<typeof deliberationRoutes.list>({
  route: deliberationRoutes.list,
  permit: 'public.read',
  async view(tx, _permit, { query: { communityCode, cursor, limit = PAGE } }) {
    const conditions = [sql`true`]
    if (communityCode) conditions.push(sql`c.community_code = ${communityCode}`)
    if (cursor) {
      const after = positionOf(cursor)
      conditions.push(sql`(c.opened_at, c.id) < (${at(after.at)}, ${after.id}::uuid)`)
    }
    const [found, communities] = await Promise.all([
      publicHeads(tx, sql.join(conditions, sql` and `), limit + 1),
      communitiesOf(tx),
    ])
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    const next = last && found.length > limit ? cursorAfter({ at: last.openedAt, id: last.id }) : null
    return { answer: { rows, next, communities: [...communities] }, subjects: [] }
  },
})

async function communitiesOf(tx: Tx): Promise<DeliberationList['communities']> {
  const { rows } = await sql<DeliberationList['communities'][number]>`
    select p.code, p.name, p.name_en as "nameEn", count(*)::int as count
    from grid_case c join place p on p.code = c.community_code where c.tenant = ${tx.tenant} and ${readable}
    group by p.code, p.name, p.name_en order by p.code`.execute(tx.db)
  return rows
}
