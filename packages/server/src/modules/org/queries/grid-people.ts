import { orgRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import { gridWorkerName } from './look-up-units.ts'

type StaffRow = {
  name: string
  title: string
  title_en: string
  unit_id: string
  unit: string
  unit_en: string
}

/** 实名制编入: who looks after a grid, and the staff of departments and utilities assigned to it, under the names they serve by. */
export const gridPeople = query<typeof orgRoutes.gridPeople>({
  route: orgRoutes.gridPeople,
  permit: 'public.read',
  async view(tx, _permit, { params: { code } }) {
    const { rows: grids } = await sql<{
      name: string
      name_en: string
      community: string
      community_en: string
    }>`
      select g.name, g.name_en, c.name as community, c.name_en as community_en
      from place g join place c on c.code = g.parent_code where g.code = ${code} and g.level = 'grid' and g.valid_to is null`.execute(
      tx.db,
    )
    const grid = must(grids[0], { refusal: 'not-found' })
    const { rows } = await sql<StaffRow>`
      select h.holder_name as name, p.title, p.title_en, u.id as unit_id, u.name as unit, u.name_en as unit_en
      from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id join unit u on u.tenant = p.tenant and u.id = p.unit_id
      where p.tenant = ${tx.tenant} and p.place_code = ${code} and u.kind = 'department'
        and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
      order by u.code, h.holder_name`.execute(tx.db)
    const answer = {
      ...{ code, name: grid.name, nameEn: grid.name_en },
      ...{ communityName: grid.community, communityNameEn: grid.community_en },
      worker: await gridWorkerName(tx, code),
      staff: rows.map((row) => ({
        ...{ name: row.name, title: row.title, titleEn: row.title_en },
        unit: { id: row.unit_id, name: row.unit, nameEn: row.unit_en },
      })),
    }
    return { answer, subjects: [] }
  },
})
