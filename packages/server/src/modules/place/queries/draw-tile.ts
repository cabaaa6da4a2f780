import { createHash } from 'node:crypto'
import { placeRoutes } from '@lianxin/contract'
import GeoJSONVT from 'geojson-vt'
import { sql } from 'kysely'
import vtpbf from 'vt-pbf'
import { boundedMemory } from '../../../kernel/bounded-memory.ts'
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

/** The map is asked this often whether it has changed. */
const LOOK_AGAIN_MS = 2_000
const MOST_TILE_BYTES = 64 * 1024 * 1024
/** Shapes of all indexes together: some hundred MB. */
const MOST_SHAPES = 400_000

type Layers = { readonly layers: ReadonlyMap<Layer, Index>; readonly shapes: number }
type Drawn = { readonly version: number; readonly answer: MediaAnswer }
type Indexed = { readonly version: number; readonly layers: Promise<Layers> }

/**
 * Tiles of the tenant's map. An index of its shapes and each tile are made once and kept until the map changes, in
 * bounded memory; encoding happens here because the embedded PostGIS lacks ST_AsMVT.
 */
export function drawTile() {
  const tiles = boundedMemory<Drawn>(MOST_TILE_BYTES)
  const indexes = boundedMemory<Indexed>(MOST_SHAPES)
  let looked: { readonly at: number; readonly version: number } | undefined

  async function versionNow(tx: Tx): Promise<number> {
    if (looked && tx.wallNow >= looked.at && tx.wallNow - looked.at < LOOK_AGAIN_MS) return looked.version
    const version = await mapVersion(tx)
    looked = { at: tx.wallNow, version }
    return version
  }

  async function layersOf(tx: Tx, version: number): Promise<Layers> {
    const key = String(tx.tenant)
    const known = indexes.get(key)
    if (known?.version === version) return known.layers
    const layers = build(tx)
    indexes.keep(key, { version, layers }, 0)
    const { shapes } = await layers.catch((error: unknown) => {
      indexes.forget(key)
      throw error
    })
    indexes.keep(key, { version, layers }, shapes)
    return layers
  }

  return query<typeof placeRoutes.tile>({
    route: placeRoutes.tile,
    permit: 'public.read',
    alike: true,
    async view(tx, _permit, { params: { z, x, y } }) {
      const version = await versionNow(tx)
      const key = `${tx.tenant}/${z}/${x}/${y}`
      const known = tiles.get(key)
      if (known?.version === version) return { answer: known.answer, subjects: [] }
      const body = encode(await layersOf(tx, version), z, x, y)
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      const answer: MediaAnswer = { body, headers: { 'cache-control': CACHE, vary: 'x-tenant', etag } }
      tiles.keep(key, { version, answer }, body.byteLength + OVERHEAD_BYTES)
      return { answer, subjects: [] }
    },
  })
}

/** Of an entry that holds nothing: most tiles around a district are empty. */
const OVERHEAD_BYTES = 256

function encode({ layers }: Layers, z: number, x: number, y: number): Buffer {
  const drawn: Record<string, NonNullable<ReturnType<Index['getTile']>>> = {}
  for (const [layer, index] of layers) {
    const tile = z >= LAYERS[layer] ? index.getTile(z, x, y) : null
    if (tile) drawn[layer] = tile
  }
  return Object.keys(drawn).length === 0
    ? Buffer.alloc(0)
    : Buffer.from(vtpbf.fromGeojsonVt(drawn, { version: 2 }))
}

async function mapVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from map_version`.execute(tx.db)
  return rows[0]?.version ?? 0
}

async function build(tx: Tx): Promise<Layers> {
  const { code } = await tenantOf(tx)
  const { rows } = await sql<{ layer: Layer; code: string; name: string; name_en: string; shape: string }>`
    select p.level as layer, p.code, p.name, p.name_en, ST_AsGeoJSON(a.area, 6) as shape from place_area a join place p on p.code = a.code
    where ${withinCode(sql.ref('p.code'), code)} and p.valid_to is null
    union all select p.level || 'Name', p.code, p.name, p.name_en, ST_AsGeoJSON(ST_PointOnSurface(a.area), 6) from place_area a join place p on p.code = a.code
    where ${withinCode(sql.ref('p.code'), code)} and p.valid_to is null and p.level in ('subdistrict', 'community')
    union all select 'compoundName', community_code, name, name_en, ST_AsGeoJSON(ST_PointOnSurface(area), 6) from compound where tenant = ${tx.tenant}
    union all select 'street', community_code, name, name_en, ST_AsGeoJSON(line, 6) from street where tenant = ${tx.tenant}
    union all select 'compound', community_code, name, name_en, ST_AsGeoJSON(area, 6) from compound where tenant = ${tx.tenant}
    union all select 'building', grid_code, name, name_en, ST_AsGeoJSON(footprint, 6) from building where tenant = ${tx.tenant}`.execute(
    tx.db,
  )
  const features = new Map<Layer, Feature[]>()
  for (const row of rows) {
    const feature: Feature = {
      type: 'Feature',
      properties: { code: row.code, name: row.name, nameEn: row.name_en },
      geometry: JSON.parse(row.shape) as GeoJSON.Geometry,
    }
    const layer = features.get(row.layer) ?? []
    layer.push(feature)
    features.set(row.layer, layer)
  }
  const layers = new Map(
    [...features].map(([layer, list]) => [
      layer,
      new GeoJSONVT(
        { type: 'FeatureCollection', features: list },
        { maxZoom: MAX_ZOOM, indexMaxZoom: 4, tolerance: 2 },
      ),
    ]),
  )
  return { layers, shapes: rows.length }
}
