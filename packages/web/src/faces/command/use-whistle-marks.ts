import type { OpenWhistle } from '@lianxin/contract/whistle/whistle-views'
import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import { useNow } from '../../ui/now.ts'

const isLate = ({ calls }: OpenWhistle, now: number): boolean =>
  calls.some(
    ({ state, answerDueAt, arriveDueAt }) =>
      (state === 'sent' && answerDueAt < now) || (state === 'signed' && arriveDueAt < now),
  )

/** A mark for each open whistle where its grid or community carries its name: round, or on its edge where somebody is late. */
export const useWhistleMarks = (map: MapLibre | null, whistles: readonly OpenWhistle[]): void => {
  const now = useNow()
  useEffect(() => {
    if (!map) return
    const marks = whistles.flatMap((whistle) => {
      if (!whistle.at) return []
      const element = document.createElement('span')
      const shape = document.createElement('span')
      shape.className = 'wall-whistle-mark'
      if (isLate(whistle, now)) shape.dataset['late'] = ''
      element.append(shape)
      return [new Marker({ element }).setLngLat([whistle.at.lon, whistle.at.lat]).addTo(map)]
    })
    return () => {
      for (const mark of marks) mark.remove()
    }
  }, [map, whistles, now])
}
