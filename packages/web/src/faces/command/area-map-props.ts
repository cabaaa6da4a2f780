import type { FigureMap, PlaceName } from '@lianxin/contract/figures/figure-views'

export interface AreaMapProps {
  readonly bbox: readonly [number, number, number, number]
  readonly areas: FigureMap['areas']
  /** What is looked at: the map goes there. */
  readonly place: PlaceName | null
}
