import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { Item } from '../item.ts'

const columns = sql`code, version, origin, name, name_en as "nameEn", plain, plain_en as "plainEn", kinds, questions, major, major_name as "majorName", major_name_en as "majorNameEn", keywords, level,
  lead_unit as "leadUnit", clock_kind as "clockKind", limit_amount as "limit", source`

/** The items in force now. */
export async function itemsInForce(tx: Tx): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select ${columns} from item
    where tenant = ${tx.tenant} and valid_from <= ${at(tx.now)} and (valid_to is null or valid_to > ${at(tx.now)})
    order by major, level, code`.execute(tx.db)
  return rows
}

/** An item in force by code, or at the version that a case started with. */
export async function findItem(tx: Tx, code: string, version?: number): Promise<Item | undefined> {
  const { rows } = await sql<Item>`
    select ${columns} from item
    where tenant = ${tx.tenant} and code = ${code} and
      ${version === undefined ? sql`valid_from <= ${at(tx.now)} and (valid_to is null or valid_to > ${at(tx.now)})` : sql`version = ${version}`}
    order by version desc limit 1`.execute(tx.db)
  return rows[0]
}
