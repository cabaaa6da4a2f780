import { placeRoutes } from '@lianxin/contract'
import GeoJSONVT from 'geojson-vt'
import { sql } from 'kysely'
import vtpbf from 'vt-pbf'
import type { MediaAnswer } from '../../../kernel/edge.ts'
import { query } from '../../../kernel/query.ts'
import { withinCode } from '../../../kernel/sql-values.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Layers and the zoom from which each is drawn: fewer shapes where they could not be told apart. */
const LAYERS = {
  district: 0,
  subdistrict: 0,
  community: 11,
  grid: 13,
  street: 14,
  compound: 14,
  building: 15,
  // Where to write a name: one point a shape, because a shape that spans tiles would be named in each of them.
  subdistrictName: 0,
  communityName: 11,
  compoundName: 14,
} as const
type Layer = keyof typeof LAYERS

type Feature = {
  type: 'Feature'
  properties: { code: string; name: string; nameEn: string; kind?: string }
  geometry: GeoJSON.Geometry
}
type Index = GeoJSONVT

const MAX_ZOOM = 17
/** Places change by a redraw, not by the minute; a day-old tile is still right. */
const CACHE = 'public, max-age=3600'

/** Indexes are built once per tenant and process: encoding happens here because the embedded PostGIS lacks ST_AsMVT. */
const indexes = new Map<number, Promise<ReadonlyMap<Layer, Index>>>()

export const drawTile = query<typeof placeRoutes.tile>({
  route: placeRoutes.tile,
  permit: 'public.read',
  async view(tx, _permit, { params: { z, x, y } }) {
    const index = await (indexes.get(tx.tenant) ?? remember(tx))
    const layers: Record<string, NonNullable<ReturnType<Index['getTile']>>> = {}
    for (const [layer, tiles] of index) {
      const tile = z >= LAYERS[layer] ? tiles.getTile(z, x, y) : null
      if (tile) layers[layer] = tile
    }
    const body =
      Object.keys(layers).length === 0 ? new Uint8Array() : vtpbf.fromGeojsonVt(layers, { version: 2 })
    const answer: MediaAnswer = { body, headers: { 'cache-control': CACHE } }
    return { answer, subjects: [] }
  },
})

function remember(tx: Tx): Promise<ReadonlyMap<Layer, Index>> {
  const building = build(tx)
  indexes.set(tx.tenant, building)
  // A tenant without places yet, or a fault, is looked at again next time.
  building.then(
    (index) => {
      if (index.size === 0) indexes.delete(tx.tenant)
    },
    () => indexes.delete(tx.tenant),
  )
  return building
}

async function build(tx: Tx): Promise<ReadonlyMap<Layer, Index>> {
  const { code } = await tenantOf(tx)
  const { rows } = await sql<{ layer: Layer; code: string; name: string; name_en: string; shape: string }>`
    select p.level as layer, p.code, p.name, p.name_en, ST_AsGeoJSON(a.area, 6) as shape from place_area a join place p on p.code = a.code
    where ${withinCode(sql.ref('p.code'), code)} and p.valid_to is null
    union all select p.level || 'Name', p.code, p.name, p.name_en, ST_AsGeoJSON(ST_PointOnSurface(a.area), 6) from place_area a join place p on p.code = a.code
    where ${withinCode(sql.ref('p.code'), code)} and p.valid_to is null and p.level in ('subdistrict', 'community')
    union all select 'compoundName', community_code, name, name, ST_AsGeoJSON(ST_PointOnSurface(area), 6) from compound where tenant = ${tx.tenant}
    union all select 'street', community_code, name, name, ST_AsGeoJSON(line, 6) from street where tenant = ${tx.tenant}
    union all select 'compound', community_code, name, name, ST_AsGeoJSON(area, 6) from compound where tenant = ${tx.tenant}
    union all select 'building', grid_code, name, name, ST_AsGeoJSON(footprint, 6) from building where tenant = ${tx.tenant}`.execute(
    tx.db,
  )
  const features = new Map<Layer, Feature[]>()
  for (const row of rows) {
    const feature: Feature = {
      type: 'Feature',
      properties: { code: row.code, name: row.name, nameEn: row.name_en },
      geometry: JSON.parse(row.shape) as GeoJSON.Geometry,
    }
    features.set(row.layer, [...(features.get(row.layer) ?? []), feature])
  }
  return new Map(
    [...features].map(([layer, list]) => [
      layer,
      new GeoJSONVT(
        { type: 'FeatureCollection', features: list },
        { maxZoom: MAX_ZOOM, indexMaxZoom: 4, tolerance: 2 },
      ),
    ]),
  )
}
