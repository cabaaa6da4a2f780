/** Degrees, CGCS2000 (the same as WGS-84 at the scale of a street). */
export interface LonLat {
  readonly lon: number
  readonly lat: number
}

export interface MapSpot extends LonLat {
  readonly key: string
  /** Said to screen readers and shown on pointing. */
  readonly label: string
}

export interface PlaceMapProps {
  /** West, south, east, north of the tenant, in degrees. */
  readonly bbox: readonly [number, number, number, number]
  readonly centre: readonly [number, number]
  /** Name of the district, for the label of the map and for “outside”. */
  readonly placeName: string
  readonly point: LonLat | null
  /** Absent: the map shows and does not ask. */
  readonly onChoose?: (point: LonLat) => void
  /** Code of a community or grid to tint. */
  readonly highlight?: string | null
  /** Other matters nearby. */
  readonly spots?: readonly MapSpot[]
  readonly onSpot?: (key: string) => void
  readonly tiles?: string
}
