import { useState } from 'react'
import { useConfig } from '../../data/me.ts'
import type { LonLat } from '../../ui/map/map-props.ts'
import { PlaceMap } from '../../ui/map/place-map.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export const MapShown = () => {
  const { locale } = usePreferences()
  const config = useConfig()
  const [point, setPoint] = useState<LonLat | null>(null)
  if (config.isPending) return <Skeleton shape="cards" />
  if (config.isError) return <ProblemBanner problem={config.error} onRetry={() => void config.refetch()} />
  const { bbox, centre, name, nameEn } = config.data.tenant
  return (
    <PlaceMap
      bbox={bbox}
      centre={centre}
      placeName={locale === 'en' ? nameEn : name}
      point={point}
      onChoose={setPoint}
    />
  )
}
