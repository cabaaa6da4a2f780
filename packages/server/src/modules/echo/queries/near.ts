import { DAY_MS, echoRoutes, suggestItems } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { at, withinCode } from '../../../kernel/sql-values.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { locate } from '../../place/index.ts'
import { refOf } from '../domain/me-too.ts'
import { shownEntries } from './entry-view.ts'

const MOST_OPEN = 3
const MOST_PUBLISHED = 3
/** What was solved longer ago tells little about today. */
const RECENT_MS = 90 * DAY_MS

type Row = {
  id: string
  name: string
  name_en: string
  code: string
  community: string
  community_en: string
  opened_at: number
  me_too: number
}

/**
 * Matters of the same item in the same community, for somebody who is about to raise one: perhaps it is the same. Of an
 * open matter nothing is told but item, community and age: its words are the requester's until they agreed otherwise.
 */
export const showNear = query<typeof echoRoutes.near>({
  route: echoRoutes.near,
  permit: 'public.read',
  async view(tx, _permit, { body }) {
    const { communityCode } = await locate(tx, body.where)
    const codes = body.itemCode
      ? [body.itemCode]
      : suggestItems(await itemsInForce(tx), body.words ?? '').map(({ item }) => item.code)
    if (codes.length === 0) return { answer: { open: [], published: [] }, subjects: [] }
    const wanted = sql.join(codes.map((code) => sql`${code}`))
    const { rows } = await sql<Row>`
      select c.id, i.code, i.name, i.name_en, p.name as community, p.name_en as community_en, c.opened_at,
        (select count(*)::int from echo_me_too m where m.tenant = c.tenant and m.case_id = c.id and m.confirmed_at is not null and m.left_at is null) as me_too
      from grid_case c
      join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      join place p on p.code = c.community_code
      where c.tenant = ${tx.tenant} and c.open and ${withinCode(sql.ref('c.place_code'), communityCode)} and c.kind in ('request', 'finding')
        and c.item_code in (${wanted})
      order by c.opened_at desc, c.id limit ${MOST_OPEN}`.execute(tx.db)
    const published = await shownEntries(
      tx,
      sql`e.community_code = ${communityCode} and e.item_code in (${wanted}) and e.published_at >= ${at(tx.now - RECENT_MS)}`,
      MOST_PUBLISHED,
    )
    const open = rows.map((row) => ({
      ref: refOf(tx, row.id),
      item: { code: row.code, name: row.name, nameEn: row.name_en },
      communityName: row.community,
      communityNameEn: row.community_en,
      openedAt: row.opened_at,
      meToo: row.me_too,
    }))
    return { answer: { open, published: [...published] }, subjects: [] }
  },
})
