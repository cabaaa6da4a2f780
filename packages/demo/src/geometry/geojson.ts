import { at, type Point, type Ring } from './plane.ts'
import { type Position, toPosition } from './projection.ts'

export interface PolygonGeometry {
  readonly type: 'Polygon'
  readonly coordinates: readonly (readonly Position[])[]
}

export interface MultiPolygonGeometry {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly Position[])[])[]
}

export interface LineStringGeometry {
  readonly type: 'LineString'
  readonly coordinates: readonly Position[]
}

/** RFC 7946: the outer ring runs anticlockwise and repeats its first position at the end. */
export function polygonGeometry(ring: Ring): PolygonGeometry {
  return { type: 'Polygon', coordinates: [closedRing(ring)] }
}

export function areaGeometry(rings: readonly Ring[]): PolygonGeometry | MultiPolygonGeometry {
  return rings.length === 1
    ? polygonGeometry(at(rings, 0))
    : { type: 'MultiPolygon', coordinates: rings.map((ring) => [closedRing(ring)]) }
}

export function lineGeometry(points: readonly Point[]): LineStringGeometry {
  return { type: 'LineString', coordinates: points.map(toPosition) }
}

function closedRing(ring: Ring): Position[] {
  const positions = ring.map(toPosition)
  return [...positions, at(positions, 0)]
}
