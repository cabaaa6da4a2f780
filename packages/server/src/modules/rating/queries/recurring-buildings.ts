import {
  type BuildingCell,
  findBuildings,
  type Recurrence,
  type RecurringBuilding,
  type RecurringBuildingView,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { at, jsonRows, uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { monthsUpTo, spanOf } from './recurrence-cells.ts'

type Found = Pick<Recurrence, 'item' | 'place' | 'now' | 'before'>
type Row = {
  readonly item: string
  readonly place: string
  readonly building: string
  readonly dwellings: number
  readonly month: string
  readonly count: number
}

/** The buildings that explain what each of some proposed places shows. */
export async function recurringBuildings<F extends Found>(
  tx: Tx,
  month: string,
  proposed: readonly F[],
  falseAlarm: number,
): Promise<ReadonlyMap<F, readonly RecurringBuilding[]>> {
  if (proposed.length === 0) return new Map()
  const { minimumGroup: smallestGroup } = await settingAt(tx, 'evaluation', tx.now)
  const months = monthsUpTo(month)
  const [from, until] = spanOf(months)
  const asked = proposed.map(({ item, place }) => ({ item, place }))
  const { rows } = await sql<Row>`
    with named as (
      select f.item, f.place, d.building_id as building, to_char(r.started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
      from jsonb_to_recordset(${jsonRows(asked)}) as f(item text, place text)
      join rating_round r on r.item_code = f.item collate "C" and left(r.place_code, length(f.place)) = f.place collate "C"
      join case_detail d on d.tenant = r.tenant and d.case_id = r.case_id and d.building_id is not null
      where r.tenant = ${tx.tenant} and r.round = 0 and r.started_at >= ${at(from)} and r.started_at < ${at(until)}
        and not r.excluded and r.ending is distinct from 'merged'
      group by 1, 2, 3, 4)
    select n.*, (select count(*)::int from dwelling w where w.tenant = ${tx.tenant} and w.building_id = n.building) as dwellings from named n`.execute(
    tx.db,
  )
  return new Map(
    proposed.map((one) => {
      const here = rows.filter(({ item, place }) => item === one.item && place === one.place)
      const cells = [...Map.groupBy(here, ({ building }) => building).values()].map((group) =>
        cellOf(group, months),
      )
      return [one, findBuildings(cells, one, { falseAlarm, smallestGroup })]
    }),
  )
}

function cellOf(group: readonly Row[], months: readonly string[]): BuildingCell {
  const [now = 0, ...before] = months.map((one) => group.find((row) => row.month === one)?.count ?? 0)
  return { building: group[0]?.building ?? '', dwellings: group[0]?.dwellings ?? 0, now, before }
}

type Named = { readonly id: string } & Pick<RecurringBuildingView, 'name' | 'nameEn'>

/** Every building as it is named to people: by its compound and its own name. */
export const NAMED_BUILDING = sql`(select b.tenant, b.id, c.name || ' ' || b.name as name, b.name_en || ', ' || c.name_en as name_en
  from building b join compound c on c.tenant = b.tenant and c.id = b.compound_id)`

export async function buildingNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Named>`
    select n.id, n.name, n.name_en as "nameEn" from ${NAMED_BUILDING} n
    where n.tenant = ${tx.tenant} and n.id = any(${uuids(ids)})`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
