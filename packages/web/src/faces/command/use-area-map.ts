import { type FilterSpecification, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import type { AreaMapProps } from './area-map-props.ts'
import { areaStyle, countLabels, readShades, SHADED } from './area-style.ts'

setWorkerUrl(workerUrl)

const FONT = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif'
const NEAR = { subdistrict: 12.6, community: 14.2, grid: 15.2 } as const

/** Room around the district: the key of the shades stands at the bottom. */
const padding = (size: number) => ({ top: 20 * size, bottom: 64 * size, left: 20 * size, right: 20 * size })

/** Sizes on the map follow the root's, as everything on the wall does. */
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** Milliseconds that a window must rest before the map is drawn anew for its size. */
const AT_REST = 300

/** The root's size, which follows the window's: a wall that moves to another screen is drawn anew, once it rests. */
const useRem = (): number => {
  const [size, setSize] = useState(rem)
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    const resized = () => {
      clearTimeout(rest)
      rest = setTimeout(() => setSize(rem()), AT_REST)
    }
    addEventListener('resize', resized)
    return () => {
      clearTimeout(rest)
      removeEventListener('resize', resized)
    }
  }, [])
  return size
}

/** The map itself; null until it stands, `failed` where the device cannot draw it. */
export const useAreaMap = (
  holder: RefObject<HTMLDivElement | null>,
  { bbox, areas, place }: Omit<AreaMapProps, 'whistles'>,
) => {
  const [map, setMap] = useState<MapLibre | null>(null)
  const [failed, setFailed] = useState(false)
  const box = useRef(bbox)
  const { locale } = usePreferences()
  const size = useRem()
  const word = useWords('command')('map.subdistrict')
  const rank = locale === 'en' ? ` ${word}` : word

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const [west, south, east, north] = box.current
    const room = Math.max(east - west, north - south) * 2
    const tiles = `${location.origin}/api/tiles/{z}/{x}/{y}`
    let made: MapLibre
    try {
      made = new MapLibre({
        container,
        style: areaStyle(tiles, readShades(container), size, locale, rank),
        bounds: [west, south, east, north],
        fitBoundsOptions: { padding: padding(size) },
        maxBounds: [west - room, south - room, east + room, north + room],
        maxZoom: 18,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        keyboard: false,
        fadeDuration: 0,
        localIdeographFontFamily: FONT,
      })
    } catch {
      setFailed(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    // The table beside it is for the keyboard.
    for (const name of ['tabindex', 'aria-label']) made.getCanvas().removeAttribute(name)
    made.getCanvas().setAttribute('role', 'presentation')
    made.once('load', () => setMap(made))
    return () => {
      made.remove()
      setMap(null)
    }
  }, [holder, locale, size, rank])

  useEffect(() => {
    if (!map) return
    for (const layer of SHADED) map.removeFeatureState({ source: 'places', sourceLayer: layer })
    for (const { code, open, overdue, dueSoon } of areas) {
      const sourceLayer = code.length === 15 ? 'grid' : 'community'
      map.setFeatureState({ source: 'places', sourceLayer, id: code }, { open, overdue, dueSoon })
    }
    map.setLayoutProperty('community-counts', 'text-field', countLabels(areas))
  }, [map, areas])

  const code = place?.code
  const level = place?.level
  useEffect(() => {
    if (!map || !code || !level) return
    for (const line of ['place-line', 'place-grid-line']) map.setFilter(line, ['==', ['get', 'code'], code])
    const [west, south, east, north] = box.current
    const layer = level === 'subdistrict' || level === 'community' || level === 'grid' ? level : undefined
    const home = () => map.fitBounds([west, south, east, north], { padding: padding(size), duration: 0 })
    if (!layer) {
      home()
      return
    }
    const goTo = (sourceLayer: keyof typeof NEAR, wanted: string): boolean => {
      const filter: FilterSpecification = ['==', ['get', 'code'], wanted]
      const shapes = map.querySourceFeatures('places', { sourceLayer, filter })
      const numbers = shapes
        .flatMap(({ geometry }) =>
          'coordinates' in geometry ? (geometry.coordinates.flat(3) as unknown[]) : [],
        )
        .filter((one) => typeof one === 'number')
      if (numbers.length === 0) return false
      const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
      const lon = middle(numbers.filter((_, index) => index % 2 === 0))
      const lat = middle(numbers.filter((_, index) => index % 2 === 1))
      map.jumpTo({ center: [lon, lat], zoom: NEAR[sourceLayer] + Math.log2(size) })
      return true
    }
    // Grids are drawn from near only: the way to one leads over its community.
    const find = () => {
      if (goTo(layer, code)) return true
      if (layer === 'grid') goTo('community', code.slice(0, 12))
      return false
    }
    if (find()) return
    // Only what is drawn can be found, and that may take a moment.
    if (layer !== 'grid') home()
    const again = map.on('idle', () => {
      if (find()) again.unsubscribe()
    })
    return () => again.unsubscribe()
  }, [map, code, level, size])

  return { map, failed }
}
