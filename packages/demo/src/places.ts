import type { DistrictMesh, GridFaces } from './district-geometry.ts'
import type { Division } from './divisions.ts'
import { areaGeometry, type MultiPolygonGeometry, type PolygonGeometry } from './geometry/geojson.ts'
import { at, interiorPoint, type Point, signedArea } from './geometry/plane.ts'
import { type Position, toPosition } from './geometry/projection.ts'
import { type SplitMesh, unionLoops } from './geometry/split-mesh.ts'
import { placeNameEn } from './place-names-en.ts'
import { stableId } from './stable-id.ts'

/** A place with its synthetic area. Sisters never overlap, and together they are exactly their parent. */
export interface Place {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: 'district' | 'subdistrict' | 'community' | 'grid'
  readonly parentCode: string
  readonly households: number
  readonly areaM2: number
  readonly geometry: PolygonGeometry | MultiPolygonGeometry
  readonly labelPoint: Position
}

/**
 * The district and everything in it, parents first.
 *
 * @param households per grid code
 */
export function createPlaces(
  { mesh, district, subdistricts, communities }: DistrictMesh,
  grids: readonly GridFaces[],
  households: ReadonlyMap<string, number>,
): readonly Place[] {
  const area = (code: string): Pick<Place, 'households' | 'areaM2' | 'geometry' | 'labelPoint'> => {
    const inside = grids.filter((grid) => grid.code.startsWith(code))
    return {
      households: inside.reduce((sum, grid) => sum + (households.get(grid.code) ?? 0), 0),
      ...shapeOf(
        mesh,
        inside.flatMap((grid) => grid.faces),
      ),
    }
  }
  const division = (d: Division, level: Place['level']): Place => ({
    id: stableId('place', d.code),
    code: d.code,
    name: d.name,
    nameEn: placeNameEn(d),
    level,
    parentCode: d.parentCode ?? '',
    ...area(d.code),
  })
  const nameOf = new Map(communities.map((c) => [c.code, c]))
  return [
    division(district, 'district'),
    ...subdistricts.map((d) => division(d, 'subdistrict')),
    ...communities.map((d) => division(d, 'community')),
    ...grids.map(({ code, communityCode }): Place => {
      const community = nameOf.get(communityCode)
      const serial = Number(code.slice(-3))
      const short = community?.name.replace(/社区$/u, '') ?? ''
      return {
        id: stableId('place', code),
        code,
        name: `${short}第${serial}网格`,
        nameEn: `${community === undefined ? '' : placeNameEn(community).replace(/ Community$/, '')} Grid ${serial}`,
        level: 'grid',
        parentCode: communityCode,
        ...area(code),
      }
    }),
  ]
}

function shapeOf(
  mesh: SplitMesh,
  faces: readonly number[],
): Pick<Place, 'areaM2' | 'geometry' | 'labelPoint'> {
  const rings: readonly (readonly Point[])[] = unionLoops(mesh, faces).map((loop) =>
    loop.map((v) => at(mesh.vertices, v)),
  )
  const largest = rings.reduce((a, b) => (signedArea(b) > signedArea(a) ? b : a))
  return {
    areaM2: Math.round(rings.reduce((sum, ring) => sum + signedArea(ring), 0)),
    geometry: areaGeometry(rings),
    labelPoint: toPosition(interiorPoint(largest)),
  }
}
