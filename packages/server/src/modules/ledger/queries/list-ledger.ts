import { ledgerRoutes, PURPOSES, type Purpose } from '@lianxin/contract'
import { sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { query } from '../../../kernel/query.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import { actingTimes, postTitles, unitNames, wasActing } from '../../org/index.ts'
import { viewWords } from '../views.ts'

const PAGE = 50

type Row = {
  id: string
  at: number
  view: string
  purpose: Purpose | null
  account: string | null
  post: string | null
  unit: string | null
  subjects: number
  times: number
  sealed: boolean
}

/** The whole ledger, newest first: posts, purposes and numbers of people, never the people themselves. */
export const listLedger = query<typeof ledgerRoutes.list>({
  route: ledgerRoutes.list,
  permit: 'ledger.read',
  async view(tx, _permit, { query: { cursor } }) {
    const after = cursor ? positionOf(cursor) : undefined
    const { rows } = await sql<Row>`
      select r.id, r.at, r.view, r.purpose, r.account, r.post, r.unit, cardinality(r.subjects) as subjects, coalesce(p.times, 1) as times, s.read_id is not null as sealed
      from read_ledger r
      left join read_repeat p on p.tenant = r.tenant and p.read_id = r.id
      left join ledger_sealed_row s on s.tenant = r.tenant and s.read_id = r.id
      where r.tenant = ${tx.tenant} and ${after ? sql`(r.at, r.id) < (${at(after.at)}, ${after.id}::uuid)` : sql`true`}
      order by r.at desc, r.id desc limit ${atMost(PAGE + 1)}`.execute(tx.db)
    const shown = rows.slice(0, PAGE)
    const posts = shown.flatMap((row) => row.post ?? [])
    const titles = await postTitles(tx, posts)
    const acting = await actingTimes(tx, posts)
    const names = await unitNames(
      tx,
      shown.flatMap((row) => row.unit ?? []),
    )
    const last = shown.at(-1)
    const answer = {
      rows: shown.map((row) => {
        const title = titles.get(row.post ?? '')
        const unit = names.get(row.unit ?? '')
        return {
          id: row.id,
          at: row.at,
          view: row.view,
          sentence: viewWords(row.view),
          purpose: row.purpose ? PURPOSES[row.purpose] : null,
          postTitle: title?.title ?? null,
          postTitleEn: title?.titleEn ?? null,
          acting: wasActing(acting, row),
          unitName: unit?.name ?? null,
          unitNameEn: unit?.nameEn ?? null,
          subjectCount: row.subjects,
          times: row.times,
          sealed: row.sealed,
        }
      }),
      next: last && rows.length > PAGE ? cursorAfter(last) : null,
    }
    return { answer, subjects: [] }
  },
})
