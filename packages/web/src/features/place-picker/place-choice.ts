import type { PlaceHit } from '@lianxin/contract/place/place-routes'
import type { Spot, Where } from '../../data/chosen-place.ts'

/** A new place; the words about it stay, since people often write them first. */
export const moveTo = (where: Where, spot: Spot): Where =>
  where.detail === undefined ? spot : { ...spot, detail: where.detail }

/** A found place as a spot. A street has no register entry of its own, so its point stands for it. */
export const spotOfHit = (hit: PlaceHit): Spot => {
  if (hit.kind === 'building' && hit.id) return { buildingId: hit.id }
  if (hit.kind === 'compound' && hit.id) return { compoundId: hit.id }
  if (hit.kind === 'community') return { communityCode: hit.code }
  return { point: { ...hit.point, crs: 'CGCS2000' } }
}

/** Why the device gave no position, as a key of the catalogue. */
export type PositionRefusal = 'denied' | 'unavailable' | 'slow' | 'unsupported'

/** Code of GeolocationPositionError (W3C Geolocation §9) → reason. */
export const refusalOfPosition = (code: number): PositionRefusal =>
  code === 1 ? 'denied' : code === 3 ? 'slow' : 'unavailable'

/** A fix this rough (metres) may lie in the next grid: the person is asked to check it on the map. */
export const ROUGH_METRES = 100

/** Serial of a grid in its community: the last three of its fifteen digits. */
export const gridSerial = (code: string): number => Number(code.slice(-3))
