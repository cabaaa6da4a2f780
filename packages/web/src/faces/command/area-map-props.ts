import type { FigureMap, PlaceName } from '@lianxin/contract/figures/figure-views'
import type { OpenWhistle } from '@lianxin/contract/whistle/whistle-views'

export interface AreaMapProps {
  readonly bbox: readonly [number, number, number, number]
  readonly areas: FigureMap['areas']
  /** Called and not over: marked where their grid or community is. */
  readonly whistles: readonly OpenWhistle[]
  /** What is looked at: the map goes there. */
  readonly place: PlaceName | null
}
