import { type EchoDeskRow, echoDeskRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { caseReach } from '../../case/index.ts'
import { ENDED_WELL, FOUND_KINDS } from '../domain/outcome.ts'
import { meToo } from './load-entry.ts'

const PAGE = 30

type Row = Omit<EchoDeskRow, 'state' | 'item'> & {
  code: string | null
  name: string | null
  nameEn: string | null
}

/** When a line came to be in its list. */
const MOMENTS = {
  ready: sql`c.closed_at`,
  published: sql`e.published_at`,
  down: sql`e.down_at`,
} as const

const AGREED = sql`c.state = 'closed' and c.solved is distinct from false and coalesce(s.agreed, d.echo_wall)`

/**
 * Of what staff found themselves, often daily and small, the list proposes what has a photo: before and after is what the wall is
 * looked at for. The others are published from their own page.
 */
const SHOWN_BY_PHOTO = (
  tx: Tx,
) => sql`c.kind in (${sql.join(FOUND_KINDS)}) and c.state in (${sql.join(ENDED_WELL)})
  and exists (select from file f where f.tenant = ${tx.tenant} and f.case_id = c.id and f.erased_at is null)`

/** The publisher's three lists. No words: what was raised is read when somebody opens it for a purpose. */
export const showDesk = query<typeof echoDeskRoutes.desk>({
  route: echoDeskRoutes.desk,
  permit: 'echo.publish',
  async view(tx, permit, { query: { show, cursor } }) {
    const moment = MOMENTS[show]
    const after = cursor ? positionOf(cursor) : undefined
    const inList =
      show === 'ready' ? sql`e.id is null and (${AGREED} or ${SHOWN_BY_PHOTO(tx)})` : sql`e.state = ${show}`
    const { rows } = await sql<Row>`
      select c.id as "caseId", c.number, e.reason, i.code, i.name, i.name_en as "nameEn", p.name as "communityName", p.name_en as "communityNameEn", ${moment} as at,
        ${meToo(tx, sql`c.id`)} as "meToo"
      from grid_case c
      join case_detail d on d.tenant = c.tenant and d.case_id = c.id
      left join echo_consent s on s.tenant = c.tenant and s.case_id = c.id
      left join echo_entry e on e.tenant = c.tenant and e.case_id = c.id
      left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      join place p on p.code = c.community_code
      where c.tenant = ${tx.tenant} and not c.open and ${where(permit, caseReach)} and ${inList}
        and ${after ? sql`(${moment}, c.id) < (${at(after.at)}, ${after.id}::uuid)` : sql`true`}
      order by ${moment} desc, c.id desc limit ${PAGE + 1}`.execute(tx.db)
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      answer: {
        rows: shown.map(
          ({ code, name, nameEn, ...row }): EchoDeskRow => ({
            ...row,
            state: show,
            item: code ? { code, name: name ?? '', nameEn: nameEn ?? '' } : null,
          }),
        ),
        next: last && rows.length > PAGE ? cursorAfter({ at: last.at, id: last.caseId }) : null,
      },
      subjects: [],
    }
  },
})
