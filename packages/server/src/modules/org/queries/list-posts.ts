import { allows, type PostRow, postRoutes, type Role } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import { isSeparate } from '../decide-holder.ts'
import { peopleOf, postReach } from './load-post.ts'

type Row = Omit<PostRow, 'holder' | 'planned' | 'acting' | 'changeable'> & {
  readonly role: Role
  readonly accountId: string | null
  readonly name: string | null
  readonly since: number
  readonly plannedFrom: number | null
  readonly plannedName: string | null
  readonly actingAccount: string | null
  readonly actingName: string | null
  readonly actingFrom: number
  readonly actingUntil: number
}
const MOST = 2000

/** The posts within reach with the names under which people serve in them, which are posted publicly. */
export const listPosts = query<typeof postRoutes.list>({
  route: postRoutes.list,
  permit: 'post.list',
  async view(tx, permit) {
    const { actor } = tx
    const reach = where(permit, postReach)
    const { rows } = await sql<Row>`
      select p.id, p.version, p.role, p.title, p.title_en as "titleEn", p.unit_id as "unitId", u.name as "unitName", u.name_en as "unitNameEn",
        p.place_code as "placeCode", l.name as "placeName", l.name_en as "placeNameEn", h.account_id as "accountId", h.holder_name as name, h.valid_from as since,
        c.happens_at as "plannedFrom", c.name as "plannedName",
        a.account_id as "actingAccount", a.holder_name as "actingName", a.valid_from as "actingFrom", a.valid_to as "actingUntil"
      from post p
      join unit u on u.tenant = p.tenant and u.id = p.unit_id
      join place l on l.code = p.place_code
      left join lateral (
        select account_id, holder_name, valid_from from post_holding o where o.tenant = p.tenant and o.post_id = p.id and not o.acting
          and o.valid_from <= ${at(tx.now)} and (o.valid_to is null or o.valid_to > ${at(tx.now)})
        order by o.valid_from desc limit 1) h on true
      left join lateral (
        select k.happens_at, n.holder_name as name from post_change k left join post_holding n on n.tenant = k.tenant and n.id = k.begun_holding_id
        where k.tenant = p.tenant and k.post_id = p.id and k.what = 'holder' and k.told_at is null and k.cancelled_at is null limit 1) c on true
      left join lateral (
        select account_id, holder_name, valid_from, valid_to from post_holding o where o.tenant = p.tenant and o.post_id = p.id and o.acting
          and o.valid_to > ${at(tx.now)} and o.valid_to > o.valid_from
        order by o.valid_from limit 1) a on true
      where p.tenant = ${tx.tenant} and ${reach}
      order by u.code, p.place_code, p.role, p.title, p.id limit ${atMost(MOST)}`.execute(tx.db)
    const post = actor.kind === 'account' ? actor.post : null
    const posts = rows.map(({ role, accountId, name, since, ...row }) => ({
      ...restOf(row),
      holder: name === null ? null : { accountId, name, since },
      changeable:
        allows('post.changeHolder', asking(actor), { placeCode: row.placeCode, unitIds: [row.unitId] }) &&
        !isSeparate(role, post?.role ?? null) &&
        !(actor.kind === 'account' && accountId === actor.accountId),
    }))
    return { answer: { posts, people: [...(await peopleOf(tx, reach))] }, subjects: [] }
  },
})

/** Who comes, and who acts. */
function restOf({
  plannedFrom,
  plannedName,
  actingAccount,
  actingName,
  actingFrom,
  actingUntil,
  ...row
}: Omit<Row, 'role' | 'accountId' | 'name' | 'since'>) {
  return {
    ...row,
    planned: plannedFrom === null ? null : { name: plannedName, from: plannedFrom },
    acting:
      actingName === null
        ? null
        : { accountId: actingAccount, name: actingName, from: actingFrom, until: actingUntil },
  }
}
