import { lazy, Suspense } from 'react'
import { Skeleton } from '../skeleton.tsx'
import type { PlaceMapProps } from './map-props.ts'

const MapCanvas = lazy(() => import('./map-canvas.tsx').then(({ MapCanvas }) => ({ default: MapCanvas })))

/** A map of the district from its own tiles. The map library is the heaviest thing we have and comes only with this. */
export const PlaceMap = (props: PlaceMapProps) => (
  <Suspense fallback={<Skeleton shape="cards" count={3} />}>
    <MapCanvas {...props} />
  </Suspense>
)
