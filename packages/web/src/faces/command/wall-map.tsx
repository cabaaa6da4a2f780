import { lazy, Suspense } from 'react'
import { useConfig } from '../../data/me.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { AreaMapProps } from './area-map-props.ts'

const AreaMap = lazy(() => import('./area-map.tsx').then(({ AreaMap }) => ({ default: AreaMap })))

/** The map is the heaviest part and comes last: the figures beside it are there before. */
export const WallMap = (props: Omit<AreaMapProps, 'bbox'>) => {
  const { data } = useConfig()
  return (
    <Suspense fallback={<Skeleton shape="cards" count={1} />}>
      {data && <AreaMap {...props} bbox={data.tenant.bbox} />}
    </Suspense>
  )
}
