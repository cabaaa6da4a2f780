import { sql } from 'kysely'
import { type Holding, heldBy } from '../../../kernel/holding.ts'
import { at } from '../../../kernel/sql-values.ts'

type Row = { code: string; workers: number; grid_workers: number; secretary: string | null }

/** What the register of posts knows of communities: who is in post, counted; the secretary by name, as it is posted publicly. */
export const postHolding: Holding = {
  elements: ['community.gridWorkers', 'community.communityWorkers', 'community.secretary'],
  async read(tx, communityCodes) {
    const { rows } = await sql<Row>`
      select u.place_code as code,
        count(distinct p.id) filter (where p.role in ('communityWorker', 'communitySecretary'))::int as workers,
        count(distinct p.id) filter (where p.role = 'gridWorker')::int as grid_workers,
        (array_agg(h.holder_name order by h.acting, h.valid_from desc) filter (where p.role = 'communitySecretary'))[1] as secretary
      from unit u
      join post p on p.tenant = u.tenant and p.unit_id = u.id
      join post_holding h on h.tenant = p.tenant and h.post_id = p.id and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
      where u.tenant = ${tx.tenant} and u.kind = 'community' and u.place_code in (select jsonb_array_elements_text(${JSON.stringify(communityCodes)}::jsonb))
      group by u.place_code`.execute(tx.db)
    return heldBy(
      rows.map((row) => ({
        code: row.code,
        values: {
          'community.gridWorkers': row.grid_workers,
          'community.communityWorkers': row.workers,
          'community.secretary': row.secretary,
        },
      })),
    )
  },
}
