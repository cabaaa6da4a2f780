import { CLOSED_UNIT_KINDS } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { Unit } from '../unit.ts'

export type UnitStanding = Pick<
  Unit,
  'id' | 'code' | 'name' | 'nameEn' | 'kind' | 'placeCode' | 'staffed'
> & {
  readonly ended: boolean
}

/** Every unit that there ever was to handle matters, whether it has ended at a moment, and whether somebody holds one of its posts then. */
export async function unitStandings(tx: Tx, moment: number): Promise<readonly UnitStanding[]> {
  const { rows } = await sql<UnitStanding>`
    select u.id, u.code, u.name, u.name_en as "nameEn", u.kind, u.place_code as "placeCode",
      coalesce(u.valid_to <= ${at(moment)}::date, false) as ended, held.unit_id is not null as staffed
    from unit u left join (
      select distinct p.unit_id from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
      where p.tenant = ${tx.tenant} and h.valid_from <= ${at(moment)} and (h.valid_to is null or h.valid_to > ${at(moment)})) held on held.unit_id = u.id
    where u.tenant = ${tx.tenant} and u.kind not in (${sql.join(CLOSED_UNIT_KINDS)})
    order by case u.kind when 'commandCentre' then 0 when 'department' then 1 when 'subdistrict' then 2 else 3 end, u.code`.execute(
    tx.db,
  )
  return rows
}
