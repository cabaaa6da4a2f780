/** Reference systems at the edge. Stored is CGCS2000 (equal to WGS-84 within centimetres). */
export type Crs = 'CGCS2000' | 'WGS84' | 'GCJ02' | 'BD09'

/** Degrees. */
export type LonLat = { readonly lon: number; readonly lat: number }

/** Degrees; `west < east`, `south < north`. */
export type BoundingBox = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Generous box around China with its seas, for plausibility only; never drawn as a boundary. */
export const CHINA_BOX: BoundingBox = { west: 73, south: 3, east: 136, north: 54 }

/** Finite and within ±180° / ±90°. */
export const isLonLat = ({ lon, lat }: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

/** Is the point in the box, edges included? */
export const isInBox = ({ lon, lat }: LonLat, box: BoundingBox): boolean =>
  lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north

/** Can the point be in China at all? */
export const isInChina = (point: LonLat): boolean => isInBox(point, CHINA_BOX)

const swapped = ({ lon, lat }: LonLat): LonLat => ({ lon: lat, lat: lon })

/** Latitude given as longitude: the point lies outside the box, and inside once its axes are exchanged. */
export const looksSwapped = (point: LonLat, box: BoundingBox = CHINA_BOX): boolean =>
  !isInBox(point, box) && isInBox(swapped(point), box)

/** Why a point was refused, as a hint for the person who gave it. */
export type PointHint = 'swapped-axes' | 'probably-gcj02' | 'probably-bd09' | 'outside'

/**
 * Explains a point outside the tenant's area, or undefined when it is inside. Conversions are the caller's (a
 * library does them): it hands in what the point would be, had it been read as GCJ-02 (off by about 600 m) or
 * BD-09 (about 1.4 km). The smaller assumption wins. A shifted point that is still inside cannot be told apart.
 * @param inside the area itself when known, else `(p) => isInBox(p, box)`
 */
export function hintForPoint(given: {
  readonly point: LonLat
  readonly inside: (point: LonLat) => boolean
  readonly fromGcj02?: LonLat
  readonly fromBd09?: LonLat
}): PointHint | undefined {
  const { point, inside, fromGcj02, fromBd09 } = given
  if (isLonLat(point) && inside(point)) return undefined
  if (inside(swapped(point))) return 'swapped-axes'
  if (fromGcj02 && inside(fromGcj02)) return 'probably-gcj02'
  if (fromBd09 && inside(fromBd09)) return 'probably-bd09'
  return 'outside'
}
