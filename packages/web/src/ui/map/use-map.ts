import { Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { usePreferences } from '../preferences.ts'
import { mapColours, onColoursChange } from './map-colours.ts'
import type { LonLat, PlaceMapProps } from './map-props.ts'
import { mapStyle } from './map-style.ts'

setWorkerUrl(workerUrl)

const TILES = '/api/tiles/{z}/{x}/{y}'
/** Close enough to tell one building from the next. */
const STREET_ZOOM = 16.2
const FONT = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif'

/** Room around the district, in degrees: wide screens must still be able to show the whole of it. */
const roomAround = ([west, south, east, north]: PlaceMapProps['bbox']): [number, number, number, number] => {
  const room = Math.max(east - west, north - south) * 2
  return [west - room, south - room, east + room, north + room]
}

const elementOf = (className: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = className
  return element
}

/** The map itself; null until it stands, `failed` where the device cannot draw it. */
export const useMap = (holder: RefObject<HTMLDivElement | null>, props: PlaceMapProps) => {
  const [map, setMap] = useState<MapLibre | null>(null)
  const [failed, setFailed] = useState(false)
  const latest = useRef(props)
  const { locale } = usePreferences()
  latest.current = props
  const { point, spots, highlight = null, tiles = TILES } = props

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const { bbox, centre, point: start } = latest.current
    const [west, south, east, north] = bbox
    const absolute = new URL(tiles, location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
    const style = () => mapStyle(absolute, mapColours(container), highlight, locale)
    let made: MapLibre
    try {
      made = new MapLibre({
        container,
        style: style(),
        maxBounds: roomAround(bbox),
        maxZoom: 19,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        keyboard: false,
        fadeDuration: 0,
        localIdeographFontFamily: FONT,
        ...(start
          ? { center: [start.lon, start.lat] as [number, number], zoom: STREET_ZOOM }
          : {
              center: [centre[0], centre[1]] as [number, number],
              bounds: [west, south, east, north] as [number, number, number, number],
              fitBoundsOptions: { padding: 16 },
            }),
      })
    } catch {
      setFailed(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    // The frame around it is the one place that holds the focus and the name; see map-canvas.tsx.
    const canvas = made.getCanvas()
    for (const name of ['tabindex', 'aria-label']) canvas.removeAttribute(name)
    canvas.setAttribute('role', 'presentation')
    const stop = onColoursChange(() => made.setStyle(style()))
    setMap(made)
    return () => {
      stop()
      made.remove()
      setMap(null)
    }
  }, [holder, tiles, highlight, locale])

  useEffect(() => {
    if (!map || !point) return
    const marker = new Marker({ element: elementOf('lx-map-pin'), anchor: 'bottom' })
    marker.setLngLat([point.lon, point.lat]).addTo(map)
    // A point chosen by other means (own position, a list) may lie outside what is seen.
    if (!map.getBounds().contains([point.lon, point.lat]))
      map.jumpTo({ center: [point.lon, point.lat], zoom: Math.max(map.getZoom(), STREET_ZOOM) })
    return () => {
      marker.remove()
    }
  }, [map, point])

  useEffect(() => {
    if (!map || !spots) return
    const markers = spots.map(({ key, label, lon, lat }) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'lx-map-spot'
      button.title = label
      button.setAttribute('aria-label', label)
      button.addEventListener('click', (event) => {
        event.stopPropagation()
        latest.current.onSpot?.(key)
      })
      return new Marker({ element: button }).setLngLat([lon, lat]).addTo(map)
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [map, spots])

  return { map, failed }
}

/** Six decimals are a tenth of a metre: more would pretend. */
export const rounded = (lon: number, lat: number): LonLat => ({
  lon: Math.round(lon * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
})
