import type { Role } from '@lianxin/contract'
import { sql } from 'kysely'
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
}

/** The posts that an account holds now: read on every request, so that a right ends the moment its holding does. */
export async function postsOfAccount(tx: Tx, accountId: string): Promise<readonly HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select p.id, p.role, p.title, p.title_en as "titleEn", p.unit_id as "unitId", u.name as "unitName", u.name_en as "unitNameEn",
      p.place_code as "placeCode", h.holder_name as "holderName"
    from post_holding h
    join post p on p.tenant = h.tenant and p.id = h.post_id
    join unit u on u.tenant = p.tenant and u.id = p.unit_id
    where h.tenant = ${tx.tenant} and h.account_id = ${accountId} and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
    order by h.valid_from, p.id`.execute(tx.db)
  return rows
}

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
