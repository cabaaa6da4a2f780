import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../banner.tsx'
import type { LonLat, PlaceMapProps } from './map-props.ts'
import './place-map.css'
import { rounded, useMap } from './use-map.ts'

/** Pixels that one arrow key moves the map under the crosshair; with Shift, for the last metre. */
const STEP = 48
const FINE_STEP = 6
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const isWithin = ({ lon, lat }: LonLat, [west, south, east, north]: PlaceMapProps['bbox']) =>
  lon >= west && lon <= east && lat >= south && lat <= north

export const MapCanvas = (props: PlaceMapProps) => {
  const { bbox, placeName, onChoose } = props
  const t = useWords('ui')
  const helpId = useId()
  const holder = useRef<HTMLDivElement>(null)
  const [told, setTold] = useState('')
  const { map, failed } = useMap(holder, props)

  const choose = (lon: number, lat: number) => {
    const point = rounded(lon, lat)
    if (!isWithin(point, bbox)) {
      setTold(t('map.outside', { place: placeName }))
      return
    }
    setTold(t('map.chosen', { lon: point.lon.toFixed(5), lat: point.lat.toFixed(5) }))
    onChoose?.(point)
  }
  const chosen = useRef(choose)
  chosen.current = choose

  useEffect(() => {
    if (!map) return
    const press = map.on('click', ({ lngLat }) => chosen.current(lngLat.lng, lngLat.lat))
    return () => press.unsubscribe()
  }, [map])

  const onKey = (event: KeyboardEvent) => {
    if (!map || event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return
    const arrow = ARROWS[event.key]
    if (arrow) {
      const step = event.shiftKey ? FINE_STEP : STEP
      map.panBy([arrow[0] * step, arrow[1] * step], { duration: 0 })
    } else if (event.key === '+' || event.key === '=') map.zoomIn({ duration: 0 })
    else if (event.key === '-') map.zoomOut({ duration: 0 })
    else if (event.key === 'Enter' && onChoose) {
      const { lng, lat } = map.getCenter()
      choose(lng, lat)
    } else return
    event.preventDefault()
  }

  if (failed) return <Banner kind="warn" title={t('map.failed')} safe={t('map.failedSafe')} />
  return (
    <div className="lx-map">
      <div
        className="lx-map-keys"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is operated by keyboard (arrow keys, Enter)
        tabIndex={0}
        aria-label={t('map.label', { place: placeName })}
        aria-describedby={helpId}
        onKeyDown={onKey}
      >
        <div ref={holder} className="lx-map-holder" />
        {onChoose && <span className="lx-map-cross" aria-hidden="true" />}
      </div>
      <div className="lx-map-zoom">
        <button type="button" aria-label={t('map.in')} title={t('map.in')} onClick={() => map?.zoomIn()}>
          <Plus aria-hidden="true" />
        </button>
        <button type="button" aria-label={t('map.out')} title={t('map.out')} onClick={() => map?.zoomOut()}>
          <Minus aria-hidden="true" />
        </button>
      </div>
      <p className="lx-map-source">{t('map.attribution')}</p>
      <p id={helpId} className={onChoose ? 'lx-hint' : 'lx-hidden'}>
        {t(onChoose ? 'map.help' : 'map.look')}
      </p>
      <p className="lx-hidden" role="status">
        {told}
      </p>
    </div>
  )
}
