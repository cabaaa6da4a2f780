import { type EvaluatedCase, monthOf, ratingRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { caseReach } from '../../case/index.ts'
import { CONDITIONS } from './count-conditions.ts'
import { asked, countedSpan, TABLES } from './count-rounds.ts'

const MOST = 200

/** The matters that a number counts, each once with how often, as far as the reader sees: codes, names of units and times. */
export const evaluatedCases = query<typeof ratingRoutes.cases>({
  route: ratingRoutes.cases,
  permit: 'rating.list',
  async view(tx, permit, { query: { count, month = monthOf(tx.now), ...filter } }) {
    const { of, holds } = CONDITIONS[count]
    const { rows } = await sql<EvaluatedCase>`
      select c.id, c.number, i.name as "itemName", i.name_en as "itemNameEn", c.place_code as "placeCode", p.name as "placeName", p.name_en as "placeNameEn",
        u.name as "unitName", u.name_en as "unitNameEn", c.opened_at as "openedAt", r.times
      from (select tenant, case_id, unit_id, count(*)::int as times from (${sql.join(
        of.map(
          (table) => sql`
            select r.tenant, r.case_id, r.unit_id from ${TABLES[table]}
            where ${asked(tx, filter)} and ${holds(countedSpan(month, tx.now))}`,
        ),
        sql` union all `,
      )}) counted group by tenant, case_id, unit_id) r join grid_case c on c.tenant = r.tenant and c.id = r.case_id
      join place p on p.code = c.community_code
      left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      left join unit u on u.tenant = r.tenant and u.id = r.unit_id
      where ${where(permit, caseReach)}
      order by c.opened_at, c.id limit ${MOST}`.execute(tx.db)
    return { answer: rows, subjects: [] }
  },
})
