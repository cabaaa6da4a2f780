import { signedArea } from '../src/geometry/plane.ts'
import { toPlane } from '../src/geometry/projection.ts'
import type { MultiPolygonGeometry, PolygonGeometry, Position } from '../src/index.ts'

export type Area = PolygonGeometry | MultiPolygonGeometry

export function outerRings(area: Area): readonly (readonly Position[])[] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
}

export function areaM2(ring: readonly (readonly [number, number])[]): number {
  return signedArea(ring.slice(0, -1).map(toPlane))
}

export function totalAreaM2(area: Area): number {
  return outerRings(area).reduce((sum, ring) => sum + areaM2(ring), 0)
}

/** Even-odd rule in degrees, written apart from the generator's own. */
export function covers(area: Area, [lon, lat]: Position): boolean {
  let inside = false
  for (const ring of outerRings(area)) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[i + 1] ?? [x1, y1]
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
    })
  }
  return inside
}

export function directedEdges(area: Area): string[] {
  return outerRings(area).flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]}>${to}`))
}

export function reversed(edge: string): string {
  return edge.split('>').reverse().join('>')
}

/** A mutable copy in the shape that polygon-clipping wants. */
export function clippable(area: Area): [number, number][][] {
  return outerRings(area).map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]))
}
