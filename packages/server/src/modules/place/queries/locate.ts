import {
  type Crs,
  hintForPoint,
  isLonLat,
  type LonLat,
  type PointHint,
  parentCode,
  type ReportCase,
} from '@lianxin/contract'
import gcoordModule from 'gcoord'
import { sql } from 'kysely'
import { must, Refused } from '../../../kernel/refused.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { areaAt, extentOf, findPlace } from './look-up-places.ts'

export type Where = Pick<
  ReportCase['where'],
  'point' | 'communityCode' | 'gridCode' | 'compoundId' | 'buildingId'
>

/** A place in the tenant: where reach, owner and routing are decided from. */
export type LocatedPlace = {
  readonly communityCode: string
  readonly gridCode: string | null
  readonly compoundId: string | null
  readonly buildingId: string | null
  /** CGCS2000, when a point was given. */
  readonly point: LonLat | null
}

type HitRow = { id: string; community_code: string; grid_code: string | null; compound_id: string | null }

/**
 * Places a matter by a building, a compound, a point or at least a community, the most precise first.
 * @throws Refused with a hint when a point lies outside or its axes or reference system are mistaken.
 */
export async function locate(tx: Tx, where: Where): Promise<LocatedPlace> {
  const point = where.point ? await placePoint(tx, where.point) : null
  if (where.buildingId) {
    const row = must(await buildingRow(tx, where.buildingId), { refusal: 'place.unknown' })
    return {
      communityCode: row.community_code,
      gridCode: row.grid_code,
      compoundId: row.compound_id,
      buildingId: row.id,
      point: point?.at ?? null,
    }
  }
  if (where.compoundId) {
    const row = must(await compoundRow(tx, where.compoundId), { refusal: 'place.unknown' })
    return {
      communityCode: row.community_code,
      // A point beyond the compound's community says nothing about the grid: place and community must agree.
      gridCode: (point?.communityCode === row.community_code ? point.gridCode : null) ?? row.grid_code,
      compoundId: row.id,
      buildingId: null,
      point: point?.at ?? null,
    }
  }
  if (point)
    return {
      communityCode: point.communityCode,
      gridCode: point.gridCode,
      compoundId: null,
      buildingId: null,
      point: point.at,
    }
  if (where.gridCode) {
    const grid = must(await findPlace(tx, where.gridCode), { refusal: 'place.unknown' })
    const { code } = await tenantOf(tx)
    if (grid.level !== 'grid' || !grid.code.startsWith(code)) throw new Refused({ refusal: 'place.unknown' })
    const communityCode = must(parentCode(grid.code), { refusal: 'place.unknown' })
    return { communityCode, gridCode: grid.code, compoundId: null, buildingId: null, point: null }
  }
  const community = must(where.communityCode ? await findPlace(tx, where.communityCode) : undefined, {
    refusal: where.communityCode ? 'place.unknown' : 'place.required',
  })
  const tenant = await tenantOf(tx)
  if (community.level !== 'community' || !community.code.startsWith(tenant.code))
    throw new Refused({ refusal: 'place.unknown' })
  return { communityCode: community.code, gridCode: null, compoundId: null, buildingId: null, point: null }
}

const HINTS: Record<PointHint, 'place.swapped' | 'place.gcj02' | 'place.bd09' | 'place.outside'> = {
  'swapped-axes': 'place.swapped',
  'probably-gcj02': 'place.gcj02',
  'probably-bd09': 'place.bd09',
  outside: 'place.outside',
}

async function placePoint(tx: Tx, given: { lon: number; lat: number; crs: Crs }) {
  const tenant = await tenantOf(tx)
  const at = toCgcs2000(given, given.crs)
  const area = await areaAt(tx, tenant.code, at)
  if (area) return { ...area, at }
  throw new Refused({
    refusal: HINTS[await hintFor(tx, tenant.code, given)],
    values: { tenant: { zh: tenant.name, en: tenant.nameEn } },
  })
}

async function hintFor(
  tx: Tx,
  code: string,
  { lon, lat, crs }: { lon: number; lat: number; crs: Crs },
): Promise<PointHint> {
  const box = must(await extentOf(tx, code), { refusal: 'place.outside' })
  const [west, south, east, north] = box
  const fromGcj02 = crs === 'GCJ02' ? undefined : toCgcs2000({ lon, lat }, 'GCJ02')
  const fromBd09 = crs === 'BD09' ? undefined : toCgcs2000({ lon, lat }, 'BD09')
  const insideOf = new Map<LonLat, boolean>()
  for (const candidate of [fromGcj02, fromBd09])
    if (candidate) insideOf.set(candidate, (await areaAt(tx, code, candidate)) !== undefined)
  const inBox = (point: LonLat) =>
    isLonLat(point) && point.lon >= west && point.lon <= east && point.lat >= south && point.lat <= north
  // The point itself is known to lie outside; candidates are asked of the area, exchanged axes of its extent.
  const inside = (point: LonLat) =>
    insideOf.get(point) ?? (point.lon === lat && point.lat === lon && inBox(point))
  return (
    hintForPoint({
      point: { lon, lat },
      inside,
      ...(fromGcj02 ? { fromGcj02 } : {}),
      ...(fromBd09 ? { fromBd09 } : {}),
    }) ?? 'outside'
  )
}

/** The library's types describe its ES build; Node loads its CommonJS one, where the default export is the module itself. */
const gcoord = gcoordModule as unknown as typeof gcoordModule.default

const SYSTEMS = {
  WGS84: gcoord.WGS84,
  CGCS2000: gcoord.WGS84,
  GCJ02: gcoord.GCJ02,
  BD09: gcoord.BD09,
} as const

/** WGS-84 is taken for CGCS2000: they differ by centimetres. Other systems are converted at this edge only. */
function toCgcs2000({ lon, lat }: LonLat, crs: Crs): LonLat {
  if (crs === 'WGS84' || crs === 'CGCS2000') return { lon, lat }
  const [east = lon, north = lat] = gcoord.transform([lon, lat], SYSTEMS[crs], gcoord.WGS84)
  return { lon: Math.round(east * 1e6) / 1e6, lat: Math.round(north * 1e6) / 1e6 }
}

async function buildingRow(tx: Tx, id: string): Promise<HitRow | undefined> {
  const { rows } =
    await sql<HitRow>`select id, community_code, grid_code, compound_id from building where tenant = ${tx.tenant} and id = ${id}`.execute(
      tx.db,
    )
  return rows[0]
}

/** A compound that lies in one grid has that grid; one across several leaves it open. */
async function compoundRow(tx: Tx, id: string): Promise<HitRow | undefined> {
  const { rows } = await sql<HitRow>`
    select c.id, c.community_code, (select case when count(distinct b.grid_code) = 1 then min(b.grid_code) end from building b where b.tenant = c.tenant and b.compound_id = c.id) as grid_code, null as compound_id
    from compound c where c.tenant = ${tx.tenant} and c.id = ${id}`.execute(tx.db)
  return rows[0]
}
