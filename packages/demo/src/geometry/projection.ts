import type { Point } from './plane.ts'

/** Longitude, latitude in degrees, CGCS2000 (EPSG:4490), six decimals: about 0.1 m. */
export type Position = readonly [lon: number, lat: number]

/** The origin of the district's plane. */
export const ORIGIN: Position = [123.41, 41.85]

// Metres per degree at the origin, from the CGCS2000 ellipsoid (a = 6378137 m, f = 1/298.257222101). Across the 12 km of
// a district the plane is true to about 1 part in 1,000, far below what a synthetic boundary claims.
const SEMI_MAJOR = 6_378_137
const FLATTENING = 1 / 298.257222101
const E2 = FLATTENING * (2 - FLATTENING)
const LATITUDE = (ORIGIN[1] * Math.PI) / 180
const W = Math.sqrt(1 - E2 * Math.sin(LATITUDE) ** 2)
const METRES_PER_LON = ((SEMI_MAJOR / W) * Math.cos(LATITUDE) * Math.PI) / 180
const METRES_PER_LAT = (((SEMI_MAJOR * (1 - E2)) / W ** 3) * Math.PI) / 180

export function toPlane([lon, lat]: Position): Point {
  return { x: (lon - ORIGIN[0]) * METRES_PER_LON, y: (lat - ORIGIN[1]) * METRES_PER_LAT }
}

export function toPosition(p: Point): Position {
  return [round6(ORIGIN[0] + p.x / METRES_PER_LON), round6(ORIGIN[1] + p.y / METRES_PER_LAT)]
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
