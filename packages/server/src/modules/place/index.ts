import type { Module } from '../../kernel/module.ts'
import { drawTile } from './queries/draw-tile.ts'
import { searchPlaces } from './queries/search-places.ts'
import { listChildren, listCompounds, locatePlace, showConfig } from './queries/show-places.ts'

export { gridsOf } from './queries/grids-of.ts'
export { placeHolding } from './queries/holdings.ts'
export { type LocatedPlace, locate } from './queries/locate.ts'
export {
  fullPlaceNames,
  type NamesOfPlace,
  placeLine,
  placeNames,
  placesInForce,
} from './queries/look-up-places.ts'
export { communitiesAround, METRES_PER_DEGREE, spotOf } from './queries/spots.ts'
export * from './store.ts'

/** Places: divisions, areas, streets, compounds, buildings; where a point lies; vector tiles. */
export const place = (deployment: {
  readonly mode: 'demo' | 'production'
  readonly version: string
}): Module => ({
  name: 'place',
  queries: [
    showConfig(deployment.mode, deployment.version),
    searchPlaces,
    listChildren,
    listCompounds,
    locatePlace,
    drawTile(),
  ],
})
