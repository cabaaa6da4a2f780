import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type NewUnit = {
  id: string
  code: string
  name: string
  nameEn: string
  kind: string
  parentId: string | null
  placeCode: string
  hours: string
}
export type NewPost = {
  id: string
  unitId: string
  role: string
  title: string
  titleEn: string
  placeCode: string
}
export type NewHolding = {
  id: string
  postId: string
  accountId: string | null
  holderName: string
  /** Absent: now, and without an end. */
  from?: number
  until?: number
  /** For a holder who keeps the post. */
  acting?: boolean
}

/** Adds units, parents before children. Those that exist stay as they are. */
export async function addUnits(tx: Tx, units: readonly NewUnit[]): Promise<void> {
  await sql`
    insert into unit (tenant, id, code, name, name_en, kind, parent_id, place_code, hours, valid_from)
    select ${tx.tenant}, r.id, r.code, r.name, r."nameEn", r.kind, r."parentId", r."placeCode", r.hours, ${at(tx.now)}::date
    from jsonb_to_recordset(${jsonRows(units)}) as r(id uuid, code text, name text, "nameEn" text, kind text, "parentId" uuid, "placeCode" text, hours text)
    on conflict do nothing`.execute(tx.db)
}

export async function addPosts(tx: Tx, posts: readonly NewPost[]): Promise<void> {
  await sql`
    insert into post (tenant, id, unit_id, role, title, title_en, place_code)
    select ${tx.tenant}, r.id, r."unitId", r.role, r.title, r."titleEn", r."placeCode"
    from jsonb_to_recordset(${jsonRows(posts)}) as r(id uuid, "unitId" uuid, role text, title text, "titleEn" text, "placeCode" text)
    on conflict do nothing`.execute(tx.db)
}

export async function addHoldings(tx: Tx, holdings: readonly NewHolding[]): Promise<void> {
  const iso = (moment: number) => new Date(moment).toISOString()
  const rows = holdings.map(({ from = tx.now, until, acting = false, ...one }) => ({
    ...one,
    ...{ acting, from: iso(from), until: until === undefined ? null : iso(until) },
  }))
  await sql`
    insert into post_holding (tenant, id, post_id, account_id, holder_name, acting, valid_from, valid_to)
    select ${tx.tenant}, r.id, r."postId", r."accountId", r."holderName", r.acting, r."from", r.until
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "postId" uuid, "accountId" uuid, "holderName" text, acting bool, "from" timestamptz, until timestamptz)
    on conflict do nothing`.execute(tx.db)
}

/** Ends who holds a post now; whoever acts in it goes on until the date that was set. */
export async function endHoldings(tx: Tx, postId: string): Promise<void> {
  await sql`
    update post_holding set valid_to = greatest(${at(tx.now)}, valid_from + interval '1 millisecond')
    where tenant = ${tx.tenant} and post_id = ${postId} and not acting and valid_from <= ${at(tx.now)} and (valid_to is null or valid_to > ${at(tx.now)})`.execute(
    tx.db,
  )
}

/** Counts a change of a post. */
export async function setPostVersion(tx: Tx, postId: string, version: number): Promise<void> {
  await sql`update post set version = ${version} where tenant = ${tx.tenant} and id = ${postId}`.execute(
    tx.db,
  )
}
