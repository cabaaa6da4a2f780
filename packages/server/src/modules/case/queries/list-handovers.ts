import { getKind, handoverRoutes, stateNameFor } from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import { postTitles } from '../../org/index.ts'
import { waitsFor } from '../handover-store.ts'
import { caseReach } from './load-case.ts'

type Row = {
  caseId: string
  number: string
  kind: string
  kindVersion: number
  state: string
  item: string | null
  itemEn: string | null
  dueAt: number | null
  handedAt: number
  postId: string
  vacant: boolean
}
const MOST = 200

/** What the reader's post got from its former holder, and what vacant posts of the unit left. Codes and numbers: no person is shown. */
export const listHandovers = query<typeof handoverRoutes.list>({
  route: handoverRoutes.list,
  permit: 'case.takeOver',
  async view(tx, permit) {
    const post = tx.actor.kind === 'account' ? tx.actor.post : null
    if (!post) return { answer: [], subjects: [] }
    const { rows } = await sql<Row>`
      select o.case_id as "caseId", c.number, c.kind, c.kind_version as "kindVersion", c.state, i.name as item, i.name_en as "itemEn",
        c.due_at as "dueAt", o.handed_at as "handedAt", o.post_id as "postId", o.vacant
      from case_handover o join grid_case c on c.tenant = o.tenant and c.id = o.case_id
      left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      where o.tenant = ${tx.tenant} and c.closed_at is null and ${waitsFor(post)} and ${where(permit, caseReach)}
      order by c.due_at nulls last, c.id limit ${atMost(MOST)}`.execute(tx.db)
    const titles = await postTitles(
      tx,
      rows.map(({ postId }) => postId),
    )
    const answer = rows.map(({ kind, kindVersion, state, item, itemEn, postId, ...row }) => ({
      ...row,
      state: stateNameFor(getKind(kind, kindVersion), state, 'staff'),
      item: item === null ? null : { zh: item, en: itemEn ?? item },
      postTitle: titles.get(postId)?.title ?? '',
      postTitleEn: titles.get(postId)?.titleEn ?? '',
    }))
    return { answer, subjects: [] }
  },
})
