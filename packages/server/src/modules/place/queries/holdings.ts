import { sql } from 'kysely'
import { type Holding, heldBy } from '../../../kernel/holding.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** From this many floors on a residential building is high (GB 50016 counts 27 m, nine floors and more are above it). */
const HIGH_RISE_FLOORS = 10

type Row = Record<
  | 'code'
  | 'name'
  | 'subdistrict'
  | 'grids'
  | 'households'
  | 'compounds'
  | 'names'
  | 'buildings'
  | 'high'
  | 'entrances'
  | 'dwellings',
  string | number | null
>

/** What the register of places knows of communities. A community whose buildings nobody registered has none that count. */
export const placeHolding: Holding = {
  elements: [
    'community.name',
    'community.code',
    'community.subdistrict',
    'community.grids',
    'community.households',
    'community.compounds',
    'community.compoundNames',
    'community.buildings',
    'community.highRises',
    'community.entrances',
    'community.dwellings',
  ],
  async read(tx: Tx, communityCodes) {
    const codes = JSON.stringify(communityCodes)
    const { rows } = await sql<Row>`
      select c.code, c.name, s.name as subdistrict, g.grids, g.households, nullif(k.compounds, 0) as compounds, k.names,
        b.buildings, b.high, b.entrances, d.dwellings
      from place c
      join place s on s.code = c.parent_code
      left join lateral (
        select count(*)::int as grids, sum(a.household_count)::int as households from place p left join place_area a on a.code = p.code
        where p.parent_code = c.code and p.level = 'grid' and p.valid_to is null) g on true
      left join lateral (
        select count(*)::int as compounds, string_agg(name, '、' order by name) as names from compound
        where tenant = ${tx.tenant} and community_code = c.code) k on true
      left join lateral (
        select nullif(count(*)::int, 0) as buildings, sum(entrance_count)::int as entrances,
          nullif(count(*), 0) - count(*) + count(*) filter (where floor_count >= ${HIGH_RISE_FLOORS}) as high
        from building where tenant = ${tx.tenant} and community_code = c.code) b on true
      left join lateral (
        select nullif(count(*)::int, 0) as dwellings from dwelling w join building o on o.tenant = w.tenant and o.id = w.building_id
        where w.tenant = ${tx.tenant} and o.community_code = c.code) d on true
      where c.level = 'community' and c.code in (select jsonb_array_elements_text(${codes}::jsonb))`.execute(
      tx.db,
    )
    return heldBy(
      rows.map((row) => ({
        code: String(row.code),
        values: {
          'community.name': row.name,
          'community.code': row.code,
          'community.subdistrict': row.subdistrict,
          'community.grids': row.grids,
          'community.households': row.households,
          'community.compounds': row.compounds,
          'community.compoundNames': row.names,
          'community.buildings': row.buildings,
          'community.highRises': row.high === null ? null : Number(row.high),
          'community.entrances': row.entrances,
          'community.dwellings': row.dwellings,
        },
      })),
    )
  },
}
