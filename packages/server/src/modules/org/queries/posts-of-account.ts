import type { Role } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { at, uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type HeldPost = {
  readonly id: string
  readonly role: Role
  readonly title: string
  readonly titleEn: string
  readonly unitId: string
  readonly unitName: string
  readonly unitNameEn: string
  readonly placeCode: string
  readonly holderName: string
  /** Until then they act for its holder; null: it is theirs. */
  readonly actingUntil: number | null
}

/** The posts that an account holds now: read on every request, so that a right ends the moment its holding does. */
export const postsOfAccount = (tx: Tx, accountId: string): Promise<readonly HeldPost[]> =>
  heldBy(tx, sql`${accountId}::uuid`)

/** The same of the account as which the transaction reads by now; none while that is the system. */
export const postsOfReader = (tx: Tx): Promise<readonly HeldPost[]> =>
  heldBy(tx, sql`nullif(current_setting('app.reader'), 'system')::uuid`)

async function heldBy(tx: Tx, account: RawBuilder<unknown>): Promise<readonly HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select p.id, p.role, p.title, p.title_en as "titleEn", p.unit_id as "unitId", u.name as "unitName", u.name_en as "unitNameEn",
      p.place_code as "placeCode", h.holder_name as "holderName", case when h.acting then h.valid_to end as "actingUntil"
    from post_holding h
    join post p on p.tenant = h.tenant and p.id = h.post_id
    join unit u on u.tenant = p.tenant and u.id = p.unit_id
    where h.tenant = ${tx.tenant} and h.account_id = ${account} and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
    order by h.acting, h.valid_from, p.id`.execute(tx.db)
  return rows
}

export type ActingTime = {
  readonly postId: string
  readonly accountId: string | null
  readonly from: number
  readonly until: number
}

/** When somebody acted in these posts for their holders, so that histories can say so. */
export async function actingTimes(tx: Tx, postIds: readonly string[]): Promise<readonly ActingTime[]> {
  if (postIds.length === 0) return []
  const { rows } = await sql<ActingTime>`
    select post_id as "postId", account_id as "accountId", valid_from as "from", valid_to as "until" from post_holding
    where tenant = ${tx.tenant} and acting and post_id = any(${uuids([...new Set(postIds)])})`.execute(tx.db)
  return rows
}

/** Did this account act in this post at that moment? */
export const wasActing = (
  times: readonly ActingTime[],
  who: { readonly post: string | null; readonly account: string | null; readonly at: number },
): boolean =>
  times.some(
    ({ postId, accountId, from, until }) =>
      postId === who.post &&
      accountId !== null &&
      accountId === who.account &&
      from <= who.at &&
      who.at < until,
  )

/** Titles of posts by id, for histories and ledgers. */
export async function postTitles(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { title: string; titleEn: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string; title_en: string }>`
    select id, title, title_en from post where tenant = ${tx.tenant} and id = any(${uuids([...new Set(ids)])})`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, { title: row.title, titleEn: row.title_en }]))
}
