import { getKind, nameFor, ratingRoutes, type UnitRecord } from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import { caseReach } from '../../case/index.ts'
import { unitNames } from '../../org/index.ts'
import { causeName, causesOfUnit, repeatsOfUnit, TOLD_MS } from './negative-counts.ts'

const MOST = 100

/** The negative list of a unit over a year: how often for which cause, what repeats, and the rectifications within sight. */
export const unitRecord = query<typeof ratingRoutes.unit>({
  route: ratingRoutes.unit,
  permit: 'rating.list',
  async view(tx, permit, { params: { id } }) {
    const { name, nameEn } = must((await unitNames(tx, [id])).get(id), { refusal: 'not-found' })
    const since = tx.now - TOLD_MS
    const { rows } = await sql<{
      id: string
      number: string
      kindVersion: number
      state: string
      open: boolean
      dueAt: number | null
      openedAt: number
      counts: Record<string, number>
      causes: string[]
      itemName: string | null
      itemNameEn: string | null
      placeName: string
      placeNameEn: string
    }>`
      select c.id, c.number, c.kind_version as "kindVersion", c.state, c.open, c.due_at as "dueAt", c.opened_at as "openedAt", c.counts,
        (select array_agg(n.cause order by n.noted_at, n.cause) from negative_entry n where n.tenant = c.tenant and n.rectification_id = c.id) as causes,
        i.name as "itemName", i.name_en as "itemNameEn", p.name as "placeName", p.name_en as "placeNameEn"
      from grid_case c join place p on p.code = c.community_code
      left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      where c.tenant = ${tx.tenant} and c.kind = 'rectification' and ${where(permit, caseReach)} and exists (
        select 1 from negative_entry n where n.tenant = c.tenant and n.rectification_id = c.id and n.unit_id = ${id} and n.noted_at > ${at(since)})
      order by c.open desc, c.opened_at desc, c.id limit ${MOST}`.execute(tx.db)
    return {
      answer: {
        ...{ unitId: id, name, nameEn, since },
        causes: await causesOfUnit(tx, id, since),
        repeats: (await repeatsOfUnit(tx, id, since)).map(({ itemCode: _, ...row }) => row),
        rectifications: rows.map(
          ({ kindVersion, counts, causes, open, ...row }): UnitRecord['rectifications'][number] => {
            const state = must(getKind('rectification', kindVersion).states[row.state], {
              refusal: 'server.fault',
            })
            return {
              ...row,
              stateName: nameFor(state, 'staff'),
              overdue: open && row.dueAt !== null && row.dueAt < tx.now,
              causes: causes.map(causeName),
              notSetRight: counts['notSetRight'] ?? 0,
            }
          },
        ),
      },
      subjects: [],
    }
  },
})
