import {
  type CallView,
  getKind,
  nameFor,
  type OpenWhistle,
  type PlaceName,
  whistleRoutes,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { withinCode } from '../../../kernel/sql-values.ts'
import { namePlaces, placeAsked } from '../../figures/index.ts'
import { unitNames } from '../../org/index.ts'
import { newestClock } from './newest-clock.ts'

/** More than a wall can show, and more than a district blows at once. */
const MOST = 60

type Row = {
  id: string
  number: string
  kind_version: number
  state: string
  place_code: string
  cause: string
  lon: number | null
  lat: number | null
}
type CallRow = {
  case_id: string
  id: string
  unit_id: string
  state: CallView['state']
  started_at: number
  answer_due_at: number
  answered_at: number | null
  arrive_due_at: number
  arrived_at: number | null
}

/** Called and not over: whoever is looked for, and whoever is there. What is only rated or confirmed needs nobody on the way. */
export const openWhistles = query<typeof whistleRoutes.open>({
  route: whistleRoutes.open,
  permit: 'figures.view',
  async view(tx, permit, { query: asked }) {
    const { place } = await placeAsked(tx, permit, asked.place)
    const { rows } = await sql<Row>`
      select c.id, c.number, c.kind_version, c.state, c.place_code, c.choices ->> 'cause' as cause, a.label_lon as lon, a.label_lat as lat
      from grid_case c left join place_area a on a.code = c.place_code
      where c.tenant = ${tx.tenant} and c.open and c.kind = 'whistle' and c.state in ('called', 'onSite')
        and ${withinCode(sql.ref('c.place_code'), place.code)}
      order by c.due_at, c.id limit ${sql.raw(String(MOST))}`.execute(tx.db)
    const { rows: calls } = await sql<CallRow>`
      select a.case_id, a.id, a.unit_id, a.state, k.started_at, k.due_at as answer_due_at, ${kept('k')} as answered_at, r.due_at as arrive_due_at,
        case when a.state in ('arrived', 'done') then r.stopped_at end as arrived_at
      from case_assignment a
        cross join lateral ${newestClock('acknowledge')} k cross join lateral ${newestClock('arrive')} r
      where a.tenant = ${tx.tenant} and a.state <> 'returned'
        and a.case_id in (select (jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb))::uuid)
      order by a.case_id, a.id`.execute(tx.db)
    const places = await namePlaces(
      tx,
      rows.map(({ place_code }) => place_code.slice(0, COMMUNITY)),
    )
    const units = await unitNames(
      tx,
      calls.map(({ unit_id }) => unit_id),
    )
    const callViews = Map.groupBy(calls, ({ case_id }) => case_id)
    const answer = rows.flatMap((row) =>
      whistleView(row, callViews.get(row.id) ?? [], places.get(row.place_code.slice(0, COMMUNITY)), units),
    )
    return { answer: { at: tx.now, rows: answer }, subjects: [] }
  },
})

const COMMUNITY = 12
const GRID = 15

/** A refusal stops the clock and is no answer. */
const kept = (clock: string) => sql`case when a.state <> 'refused' then ${sql.ref(`${clock}.stopped_at`)} end`

function whistleView(
  row: Row,
  calls: readonly CallRow[],
  place: PlaceName | undefined,
  units: Awaited<ReturnType<typeof unitNames>>,
): OpenWhistle[] {
  const kind = getKind('whistle', row.kind_version)
  const causeName = kind.choices?.['cause']?.options[row.cause]
  const state = kind.states[row.state]
  if (!place || !causeName || !state || calls.length === 0) return []
  return [
    {
      ...{ id: row.id, number: row.number, cause: row.cause, causeName, state: row.state, place },
      stateName: nameFor(state, 'staff'),
      gridCode: row.place_code.length === GRID ? row.place_code : null,
      at: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
      blownAt: Math.min(...calls.map(({ started_at }) => started_at)),
      calls: calls.flatMap((call): CallView[] => {
        const unit = units.get(call.unit_id)
        const name = kind.assignmentNames?.[call.state]
        if (!unit || !name) return []
        return [
          {
            ...{ assignmentId: call.id, unit, state: call.state, stateName: name },
            answerDueAt: call.answer_due_at,
            answeredAt: call.answered_at,
            arriveDueAt: call.arrive_due_at,
            arrivedAt: call.arrived_at,
          },
        ]
      }),
    },
  ]
}
