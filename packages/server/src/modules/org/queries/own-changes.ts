import { type OwnChange, postRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'

/** Who hands over to whom, as far as the reader is one of them. The names are those under which people serve, which are posted publicly. */
export const ownChanges = query<typeof postRoutes.ownChanges>({
  route: postRoutes.ownChanges,
  permit: 'self.read',
  async view(tx) {
    if (tx.actor.kind !== 'account') return { answer: [], subjects: [] }
    const me = tx.actor.accountId
    const now = at(tx.now)
    const { rows } = await sql<OwnChange>`
      with coming as (
        select k.post_id, 'holder' as what, n.account_id, n.holder_name as successor, k.happens_at as begins, null::timestamptz as ends
        from post_change k left join post_holding n on n.tenant = k.tenant and n.id = k.begun_holding_id
        where k.tenant = ${tx.tenant} and k.what = 'holder' and k.told_at is null and k.cancelled_at is null
        union all
        select post_id, 'acting', account_id, holder_name, valid_from, valid_to from post_holding
        where tenant = ${tx.tenant} and acting and valid_to > ${now} and valid_to > valid_from
      )
      select c.post_id as "postId", p.title, p.title_en as "titleEn", l.name as "placeName", l.name_en as "placeNameEn",
        h.holder_name as holder, c.successor, c.what, c.begins as "from", c.ends as until
      from coming c
      join post p on p.tenant = ${tx.tenant} and p.id = c.post_id
      join place l on l.code = p.place_code
      left join lateral (
        select account_id, holder_name from post_holding o where o.tenant = p.tenant and o.post_id = p.id and not o.acting
          and o.valid_from <= ${now} and (o.valid_to is null or o.valid_to > ${now}) order by o.valid_from desc limit 1) h on true
      where c.account_id = ${me}::uuid or h.account_id = ${me}::uuid
      order by c.begins, c.post_id`.execute(tx.db)
    return { answer: rows, subjects: [] }
  },
})
