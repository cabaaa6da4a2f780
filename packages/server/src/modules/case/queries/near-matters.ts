import {
  caseRoutes,
  DAY_MS,
  getKind,
  KINDS,
  type NearMatter,
  stateNameFor,
  suggestItems,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { communitiesAround, type LocatedPlace, locate, METRES_PER_DEGREE, spotOf } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { caseReach } from './load-case.ts'

/** Kinds whose matters can be joined with one another: only of these may one be “the same”. */
export const JOINABLE: readonly string[] = [
  ...new Set(
    KINDS.filter(({ moves }) => Object.values(moves).some(({ link }) => link === 'mergedInto')).map(
      ({ kind }) => kind,
    ),
  ),
]

type About = {
  readonly place: LocatedPlace
  readonly itemCodes: readonly string[]
  readonly within: { readonly metres: number; readonly days: number }
  /** Which of them the reader may be told of. Null for the public, which is told item, community and age of any. */
  readonly seen: RawBuilder<boolean> | null
  readonly most: number
}

export type FoundNear = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly kindVersion: number
  readonly state: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly communityName: string
  readonly communityNameEn: string
  readonly openedAt: number
  readonly metres: number | null
}

const FINE = sql`coalesce(d.near_lon / 1000.0, b.label_lon, o.label_lon, a.label_lon) as lon, coalesce(d.near_lat / 1000.0, b.label_lat, o.label_lat, a.label_lat) as lat`
/** Whoever asks from many points must not find out from which house a matter comes: for the public it is at the middle of its grid. */
const COARSE = sql`a.label_lon as lon, a.label_lat as lat`

/** Distances are told to fifty metres: the spots that they are measured from are no finer. */
const STEP_METRES = 50

/**
 * Open matters near in place, time and item, nearest first. A matter without a spot of its own is near to all of its
 * community, and so is every matter of it to a report that names no more than the community.
 */
export async function nearMatters(tx: Tx, about: About): Promise<readonly FoundNear[]> {
  const { place, itemCodes, within, seen, most } = about
  if (itemCodes.length === 0) return []
  const spot = await spotOf(tx, place)
  const around = spot ? await communitiesAround(tx, spot, within.metres) : []
  const communities = [...new Set([place.communityCode, ...around])]
  const metres = spot
    ? sql<number | null>`sqrt(
        power((s.lat - ${spot.lat}::float8) * ${METRES_PER_DEGREE}::float8, 2)
        + power((s.lon - ${spot.lon}::float8) * ${METRES_PER_DEGREE * Math.cos((spot.lat * Math.PI) / 180)}::float8, 2))`
    : sql<null>`null::float8`
  const { rows } = await sql<FoundNear>`
    select c.id, c.number, c.kind, c.kind_version as "kindVersion", c.state, i.code, i.name, i.name_en as "nameEn",
      p.name as "communityName", p.name_en as "communityNameEn", c.opened_at as "openedAt",
      (round(m.metres / ${STEP_METRES}) * ${STEP_METRES})::int as metres
    from (select jsonb_array_elements_text(${JSON.stringify(communities)}::jsonb) as code) n
    join grid_case c on c.tenant = ${tx.tenant} and c.open and c.place_code >= n.code and c.place_code < n.code || ':'
    join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
    join place p on p.code = c.community_code
    left join building b on b.tenant = d.tenant and b.id = d.building_id
    left join compound o on o.tenant = d.tenant and o.id = d.compound_id
    left join place_area a on a.code = c.grid_code
    cross join lateral (select ${seen ? FINE : COARSE}) s
    cross join lateral (select ${metres} as metres) m
    where c.kind in (${sql.join(JOINABLE)}) and c.item_code in (${sql.join([...itemCodes])})
      and c.opened_at >= ${at(tx.now - within.days * DAY_MS)} and ${seen ?? sql`true`}
      and case when m.metres is null then c.community_code = ${place.communityCode}
        else m.metres <= ${within.metres}${seen ? sql`` : sql` or c.grid_code = ${place.gridCode}`} end
    order by m.metres nulls last, c.opened_at desc, c.id limit ${atMost(most)}`.execute(tx.db)
  return rows
}

/** Items that the report may be about: the one that was chosen, or those that its words suggest. */
export const itemsMeant = async (tx: Tx, told: { itemCode?: string; words?: string }): Promise<string[]> =>
  told.itemCode
    ? [told.itemCode]
    : suggestItems(await itemsInForce(tx), told.words ?? '').map(({ item }) => item.code)

export const MOST_NEAR = 5

/** What staff are shown before they write a matter down: no words of anybody. */
export const nearCases = query<typeof caseRoutes.near>({
  route: caseRoutes.near,
  permit: 'case.list',
  async view(tx, permit, { body }) {
    const [place, itemCodes, { staff: within }] = await Promise.all([
      locate(tx, body.where),
      itemsMeant(tx, body),
      settingAt(tx, 'mergeRadius', tx.now),
    ])
    const seen = where(permit, caseReach)
    const found = await nearMatters(tx, { place, itemCodes, within, seen, most: MOST_NEAR })
    return { answer: { rows: found.map(asNear) }, subjects: [] }
  },
})

/** As staff are told of it. */
export function asNear({ kindVersion, state, code, name, nameEn, ...row }: FoundNear): NearMatter {
  const stateName = stateNameFor(getKind(row.kind, kindVersion), state, 'staff')
  return { ...row, stateName, item: { code, name, nameEn } }
}
