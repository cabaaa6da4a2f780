import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type NewPlace = {
  code: string
  level: string
  name: string
  /** As the name where it is absent. */
  nameEn?: string
  parentCode: string | null
}
export type NewArea = {
  code: string
  geometry: object
  lon: number
  lat: number
  households: number | null
  synthetic: boolean
}
export type NewStreet = {
  id: string
  communityCode: string
  name: string
  /** As the name where it is absent. */
  nameEn?: string
  geometry: object
}
export type NewCompound = NewStreet & { lon: number; lat: number }
export type NewBuilding = {
  id: string
  compoundId: string
  communityCode: string
  gridCode: string
  name: string
  /** As the name where it is absent. */
  nameEn?: string
  address: string
  floors: number
  entrances: number
  geometry: object
  lon: number
  lat: number
}
export type NewEntrance = { id: string; buildingId: string; number: number }
export type NewDwelling = { id: string; buildingId: string; entranceId: string; floor: number; door: string }

/** Whatever is drawn of the map is drawn anew from now on. */
const redraw = (tx: Tx) =>
  sql`insert into map_version as m (version) values (1) on conflict (is_only) do update set version = m.version + 1`.execute(
    tx.db,
  )

/** Adds divisions, parents before children. Those that exist stay. */
export async function addPlaces(tx: Tx, rows: readonly NewPlace[]): Promise<void> {
  await redraw(tx)
  await sql`
    insert into place (code, level, name, name_en, parent_code, valid_from)
    select r.code, r.level, r.name, coalesce(r."nameEn", r.name), r."parentCode", ${at(tx.now)}::date
    from jsonb_to_recordset(${jsonRows(rows)}) as r(code text, level text, name text, "nameEn" text, "parentCode" text) on conflict do nothing`.execute(
    tx.db,
  )
}

const shape = sql`ST_SetSRID(ST_GeomFromGeoJSON(r.geometry::text), 4490)`

export async function addAreas(tx: Tx, rows: readonly NewArea[]): Promise<void> {
  await redraw(tx)
  await sql`
    insert into place_area (code, area, label_lon, label_lat, household_count, synthetic)
    select r.code, ST_Multi(${shape}), r.lon, r.lat, r.households, r.synthetic
    from jsonb_to_recordset(${jsonRows(rows)}) as r(code text, geometry jsonb, lon float8, lat float8, households int, synthetic bool) on conflict do nothing`.execute(
    tx.db,
  )
}

export async function addStreets(tx: Tx, rows: readonly NewStreet[]): Promise<void> {
  await redraw(tx)
  await sql`
    insert into street (tenant, id, community_code, name, name_en, line)
    select ${tx.tenant}, r.id, r."communityCode", r.name, coalesce(r."nameEn", r.name), ST_Multi(${shape})
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "communityCode" text, name text, "nameEn" text, geometry jsonb) on conflict do nothing`.execute(
    tx.db,
  )
}

export async function addCompounds(tx: Tx, rows: readonly NewCompound[]): Promise<void> {
  await redraw(tx)
  await sql`
    insert into compound (tenant, id, community_code, name, name_en, area, label_lon, label_lat)
    select ${tx.tenant}, r.id, r."communityCode", r.name, coalesce(r."nameEn", r.name), ST_Multi(${shape}), r.lon, r.lat
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "communityCode" text, name text, "nameEn" text, geometry jsonb, lon float8, lat float8) on conflict do nothing`.execute(
    tx.db,
  )
}

export async function addBuildings(tx: Tx, rows: readonly NewBuilding[]): Promise<void> {
  await redraw(tx)
  await sql`
    insert into building (tenant, id, compound_id, community_code, grid_code, name, name_en, address, floor_count, entrance_count, footprint, label_lon, label_lat)
    select ${tx.tenant}, r.id, r."compoundId", r."communityCode", r."gridCode", r.name, coalesce(r."nameEn", r.name), r.address, r.floors, r.entrances, ${shape}, r.lon, r.lat
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "compoundId" uuid, "communityCode" text, "gridCode" text, name text, "nameEn" text, address text, floors int, entrances int, geometry jsonb, lon float8, lat float8)
    on conflict do nothing`.execute(tx.db)
}

export async function addEntrances(tx: Tx, rows: readonly NewEntrance[]): Promise<void> {
  await sql`
    insert into entrance (tenant, id, building_id, number)
    select ${tx.tenant}, r.id, r."buildingId", r.number from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "buildingId" uuid, number int) on conflict do nothing`.execute(
    tx.db,
  )
}

export async function addDwellings(tx: Tx, rows: readonly NewDwelling[]): Promise<void> {
  await sql`
    insert into dwelling (tenant, id, building_id, entrance_id, floor, door)
    select ${tx.tenant}, r.id, r."buildingId", r."entranceId", r.floor, r.door
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "buildingId" uuid, "entranceId" uuid, floor int, door text) on conflict do nothing`.execute(
    tx.db,
  )
}
