import type { PlaceRow } from '@lianxin/contract'
import { sql } from 'kysely'
import { withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type NamesOfPlace = { readonly name: string; readonly nameEn: string }

/** Names of places by code. */
export async function placeNames(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamesOfPlace>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<NamesOfPlace & { code: string }>`
    select code, name, name_en as "nameEn" from place where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`.execute(
    tx.db,
  )
  return new Map(rows.map(({ code, ...names }) => [code, names]))
}

const COMMUNITY_DIGITS = 12
const GRID_DIGITS = 15

/** As placeNames; a grid, whose name is a number, with its community. */
export async function fullPlaceNames(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamesOfPlace>> {
  const wide = (code: string) => (code.length === GRID_DIGITS ? [code.slice(0, COMMUNITY_DIGITS)] : [])
  const names = await placeNames(tx, [...new Set(codes.flatMap((code) => [code, ...wide(code)]))])
  return new Map(
    codes
      .filter((code) => names.has(code))
      .map((code) => {
        const { place, placeEn } = placeLine(names, [...wide(code), code])
        return [code, { name: place, nameEn: placeEn }]
      }),
  )
}

/** Where something is, the wide place first in Chinese and last in English. */
export function placeLine(
  names: ReadonlyMap<string, NamesOfPlace>,
  codes: readonly (string | null)[],
): { readonly place: string; readonly placeEn: string } {
  const known = codes.flatMap((code) => (code ? (names.get(code) ?? []) : []))
  return {
    place: known.map(({ name }) => name).join(' '),
    placeEn: known
      .map(({ nameEn }) => nameEn)
      .toReversed()
      .join(', '),
  }
}

/** Which of these places there are now. */
export async function placesInForce(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const { rows } = await sql<{ code: string }>`
    select code from place where valid_to is null and code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`.execute(
    tx.db,
  )
  return new Set(rows.map((row) => row.code))
}

export async function findPlace(tx: Tx, code: string): Promise<PlaceRow | undefined> {
  const { rows } = await sql<PlaceRow>`
    select code, name, name_en as "nameEn", level, parent_code as "parentCode" from place where code = ${code} and valid_to is null`.execute(
    tx.db,
  )
  return rows[0]
}

export type Area = { readonly communityCode: string; readonly gridCode: string | null }

/** The community and grid whose area covers a point in CGCS2000. Areas are public, so a spatial index serves it. */
export async function areaAt(
  tx: Tx,
  districtCode: string,
  point: { lon: number; lat: number },
): Promise<Area | undefined> {
  const { rows } = await sql<{ code: string; level: string }>`
    select p.code, p.level from place_area a join place p on p.code = a.code
    where ST_Covers(a.area, ST_SetSRID(ST_MakePoint(${point.lon}::float8, ${point.lat}::float8), 4490))
      and p.level in ('community', 'grid') and p.valid_to is null and ${withinCode(sql.ref('p.code'), districtCode)}
    order by p.code`.execute(tx.db)
  const community = rows.find((row) => row.level === 'community')
  // On a boundary several areas cover the point: the grid is one of the community.
  const grid = rows.find((row) => row.level === 'grid' && row.code.startsWith(community?.code ?? row.code))
  return community && { communityCode: community.code, gridCode: grid?.code ?? null }
}

/** The extent of the tenant's area: west, south, east, north in degrees. */
export async function extentOf(
  tx: Tx,
  districtCode: string,
): Promise<[number, number, number, number] | undefined> {
  const { rows } = await sql<{ w: number; s: number; e: number; n: number }>`
    select ST_XMin(area)::float8 as w, ST_YMin(area)::float8 as s, ST_XMax(area)::float8 as e, ST_YMax(area)::float8 as n
    from place_area where code = ${districtCode}`.execute(tx.db)
  const [box] = rows
  return box && [box.w, box.s, box.e, box.n]
}
