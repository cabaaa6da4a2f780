import { followRoutes, PURPOSES, type Purpose } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import { actingTimes, postTitles, unitNames, wasActing } from '../../org/index.ts'
import { told } from '../disclosure.ts'
import { viewWords } from '../views.ts'

const MOST = 200

type Row = {
  at: number
  view: string
  purpose: Purpose | null
  account: string | null
  post: string | null
  unit: string | null
  times: number
}

/** Who read the own data, when and why: what PIPL 44–45 lets everybody ask for, without asking. */
export const readsOfMine = query<typeof followRoutes.reads>({
  route: followRoutes.reads,
  permit: 'case.follow',
  async view(tx) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const { rows } = await sql<Row>`
      select r.at, r.view, r.purpose, r.account, r.post, r.unit, coalesce(p.times, 1) as times
      from subject_read m
      join read_ledger r on r.tenant = m.tenant and r.id = m.read_id and r.at = m.at
      left join read_repeat p on p.tenant = r.tenant and p.read_id = r.id
      where m.tenant = ${tx.tenant} and m.subject = ${tx.actor.requesterId} and ${told(tx.now)}
      order by m.at desc, m.read_id desc limit ${atMost(MOST)}`.execute(tx.db)
    const posts = rows.flatMap((row) => row.post ?? [])
    const titles = await postTitles(tx, posts)
    const acting = await actingTimes(tx, posts)
    const names = await unitNames(
      tx,
      rows.flatMap((row) => row.unit ?? []),
    )
    const answer = rows.map((row) => {
      const title = titles.get(row.post ?? '')
      const unit = names.get(row.unit ?? '')
      return {
        at: row.at,
        unitName: unit?.name ?? '',
        unitNameEn: unit?.nameEn ?? '',
        postTitle: title?.title ?? '',
        postTitleEn: title?.titleEn ?? '',
        acting: wasActing(acting, row),
        purpose: row.purpose ? PURPOSES[row.purpose] : null,
        view: viewWords(row.view),
        times: row.times,
      }
    })
    return { answer, subjects: [] }
  },
})
