import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { Item, ItemDecision } from '../item.ts'

const columns = sql`code, version, origin, name, name_en as "nameEn", plain, plain_en as "plainEn", kinds, questions, major, major_name as "majorName", major_name_en as "majorNameEn", keywords, level,
  lead_unit as "leadUnit", clock_kind as "clockKind", limit_amount as "limit", source`

/** The items in force now. */
export async function itemsInForce(tx: Tx): Promise<readonly Item[]> {
  const { rows } = await sql<ItemDecision>`
    select * from (
      select distinct on (code) ${columns}, ended from item
      where tenant = ${tx.tenant} and effective_from <= ${at(tx.now)} order by code, version desc) begun
    where not ended order by major, level, code`.execute(tx.db)
  return rows.map(({ ended: _, ...item }) => item)
}

/** An item in force by code, or at the version that a case started with. */
export async function findItem(tx: Tx, code: string, version?: number): Promise<Item | undefined> {
  const { rows } = await sql<ItemDecision>`
    select ${columns}, ended from item
    where tenant = ${tx.tenant} and code = ${code} and
      ${version === undefined ? sql`effective_from <= ${at(tx.now)}` : sql`version = ${version}`}
    order by version desc limit 1`.execute(tx.db)
  const [found] = rows
  if (!found || (version === undefined && found.ended)) return undefined
  const { ended: _, ...item } = found
  return item
}

/** A decision with the post that took it. */
export type DecidedItem = ItemDecision & { readonly decidedPost: string | null }

/** Every decision ever taken, on one item or on all, oldest first. */
export async function itemDecisions(tx: Tx, code?: string): Promise<readonly DecidedItem[]> {
  const { rows } = await sql<DecidedItem>`
    select ${columns}, effective_from as "effectiveFrom", ended, decided_post as "decidedPost" from item
    where tenant = ${tx.tenant} and ${code === undefined ? sql`true` : sql`code = ${code}`}
    order by code, version`.execute(tx.db)
  return rows
}

/** Every code that an item has or had. */
export async function itemCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct code from item where tenant = ${tx.tenant}`.execute(tx.db)
  return new Set(rows.map(({ code }) => code))
}
