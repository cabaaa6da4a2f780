import { type FigureCase, figureRoutes, getKind, nameFor } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { recounting } from '../../../kernel/recount.ts'
import { at, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { figureCounts } from '../subscribers.ts'
import { namePlaces, placeAsked } from './figure-places.ts'

const DEFAULT_LIMIT = 20

type Row = {
  id: string
  number: string
  kind: string
  kind_version: number
  state: string
  place_code: string
  item: FigureCase['item']
  owner: FigureCase['owner']
  opened_at: number
  due_at: number
}

export const figureCases = query<typeof figureRoutes.cases>({
  route: figureRoutes.cases,
  permit: 'figures.view',
  async view(tx, permit, { query: asked }) {
    const { place } = await placeAsked(tx, permit, asked.place)
    const anew = await recounting(tx, figureCounts)
    const cases = await casesByDue(tx, place.code, asked.upcoming ?? false, asked.limit ?? DEFAULT_LIMIT)
    return { answer: { recounting: anew, cases: [...cases] }, subjects: [] }
  },
})

/** Open matters within a place, the earliest deadline first. */
export async function casesByDue(
  tx: Tx,
  code: string,
  upcoming: boolean,
  limit: number,
): Promise<readonly FigureCase[]> {
  const fromNow = upcoming ? sql`and f.due_at >= ${at(tx.now)}` : sql``
  const { rows } = await sql<Row>`
    with found as (
      select f.* from figure_open f where f.tenant = ${tx.tenant} and ${withinCode(sql.ref('f.place_code'), code)} ${fromNow}
      order by f.due_at, f.case_id limit ${limit})
    select f.case_id as id, c.number, f.kind, f.kind_version, f.state, f.place_code, f.opened_at, f.due_at,
      (select jsonb_build_object('name', i.name, 'nameEn', i.name_en) from item i
        where i.tenant = f.tenant and i.code = f.item_code and i.version = f.item_version) as item,
      (select jsonb_build_object('name', u.name, 'nameEn', u.name_en) from unit u
        where u.tenant = f.tenant and u.id = f.owner_unit_id) as owner
    from found f join grid_case c on c.tenant = f.tenant and c.id = f.case_id order by f.due_at, f.case_id`.execute(
    tx.db,
  )
  const communityOf = (row: Row) => row.place_code.slice(0, 12)
  const places = await namePlaces(tx, rows.map(communityOf))
  return rows.flatMap((row) => {
    const place = places.get(communityOf(row))
    const state = getKind(row.kind, row.kind_version).states[row.state]
    if (!place || !state) return []
    return {
      ...{ id: row.id, number: row.number, item: row.item, place, owner: row.owner },
      stateName: nameFor(state, 'staff'),
      gridCode: row.place_code.length === 15 ? row.place_code : null,
      openedAt: row.opened_at,
      dueAt: row.due_at,
    }
  })
}
