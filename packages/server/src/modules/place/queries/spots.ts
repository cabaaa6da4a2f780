import type { LonLat } from '@lianxin/contract'
import { sql } from 'kysely'
import { withinCode } from '../../../kernel/sql-values.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { LocatedPlace } from './locate.ts'

/** Metres of a degree of latitude; of longitude it is this times the cosine of the latitude. */
export const METRES_PER_DEGREE = 111_195

/** Where a located place is, in CGCS2000: the point that was given, or where its building, compound or grid carries its name. Null for a community, which is no spot. */
export async function spotOf(tx: Tx, place: LocatedPlace): Promise<LonLat | null> {
  if (place.point) return place.point
  const { rows } = await sql<{ lon: number | null; lat: number | null }>`
    select coalesce(b.label_lon, o.label_lon, a.label_lon) as lon, coalesce(b.label_lat, o.label_lat, a.label_lat) as lat
    from (select 1) one
    left join building b on b.tenant = ${tx.tenant} and b.id = ${place.buildingId}::uuid
    left join compound o on o.tenant = ${tx.tenant} and o.id = ${place.compoundId}::uuid
    left join place_area a on a.code = ${place.gridCode}::text`.execute(tx.db)
  const [row] = rows
  return row?.lon == null || row.lat === null ? null : { lon: row.lon, lat: row.lat }
}

/** The communities of the district that lie at most so many metres around a spot, by the box around it. */
export async function communitiesAround(tx: Tx, { lon, lat }: LonLat, metres: number): Promise<string[]> {
  const { code } = await tenantOf(tx)
  const north = metres / METRES_PER_DEGREE
  const east = north / Math.cos((lat * Math.PI) / 180)
  const { rows } = await sql<{ code: string }>`
    select p.code from place_area a join place p on p.code = a.code
    where a.area && ST_MakeEnvelope(${lon - east}::float8, ${lat - north}::float8, ${lon + east}::float8, ${lat + north}::float8, 4490)
      and p.level = 'community' and p.valid_to is null and ${withinCode(sql.ref('p.code'), code)}`.execute(
    tx.db,
  )
  return rows.map((row) => row.code)
}
