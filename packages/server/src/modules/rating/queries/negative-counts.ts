import { DAY_MS, getKind, type UnitRecord } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { withItemName } from './item-name.ts'

/** How far back the negative list of a unit is told. */
export const TOLD_MS = 365 * DAY_MS

export const causeName = (cause: string) =>
  getKind('rectification', 1).choices?.['trigger']?.options[cause] ?? { zh: cause, en: cause }

/** How often for which cause. */
export async function causesOfUnit(tx: Tx, unitId: string, since: number): Promise<UnitRecord['causes']> {
  const { rows } = await sql<{ cause: string; times: number }>`
    select cause, count(*)::int as times from negative_entry
    where tenant = ${tx.tenant} and unit_id = ${unitId} and noted_at > ${at(since)} group by cause order by cause`.execute(
    tx.db,
  )
  return rows.map(({ cause, times }) => ({ cause, name: causeName(cause), times }))
}

type Repeat = UnitRecord['repeats'][number] & { readonly itemCode: string }

/** The same cause with the same item more than once: the same thing goes wrong again. */
export async function repeatsOfUnit(tx: Tx, unitId: string, since: number): Promise<readonly Repeat[]> {
  const { rows } = await sql<Omit<Repeat, 'name'>>`
    select n.cause, count(*)::int as times, n.item_code as "itemCode", max(coalesce(i.name, n.item_code)) as "itemName",
      max(coalesce(i.name_en, n.item_code)) as "itemNameEn"
    from negative_entry n
    ${withItemName('n')}
    where n.tenant = ${tx.tenant} and n.unit_id = ${unitId} and n.noted_at > ${at(since)} and n.item_code is not null
    group by n.cause, n.item_code having count(*) > 1 order by times desc, n.cause, n.item_code`.execute(
    tx.db,
  )
  return rows.map((row) => ({ ...row, name: causeName(row.cause) }))
}
