import { CLOSED_UNIT_KINDS, orgRoutes, type UnitRow } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'

/** Units that a matter can be sent to, departments first. */
export const listUnits = query<typeof orgRoutes.units>({
  route: orgRoutes.units,
  permit: 'unit.list',
  async view(tx) {
    const { rows } = await sql<UnitRow>`
      select id, code, name, name_en as "nameEn", kind, place_code as "placeCode", parent_id as "parentId", hours
      from unit where tenant = ${tx.tenant} and kind not in (${sql.join(CLOSED_UNIT_KINDS)}) and (valid_to is null or valid_to > ${at(tx.now)}::date)
      order by case kind when 'commandCentre' then 0 when 'department' then 1 when 'subdistrict' then 2 else 3 end, code`.execute(
      tx.db,
    )
    return { answer: rows, subjects: [] }
  },
})
