import { useNavigate } from '@tanstack/react-router'
import { Minus, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import type { AreaMapProps } from './area-map-props.ts'
import { useAreaMap } from './use-area-map.ts'
import { useWhistleMarks } from './use-whistle-marks.ts'

const SHADES = ['none', 'open', 'some', 'many'] as const

/**
 * The district by community, and by grid when one is near. A press opens what lies under it; the table beside the map does the
 * same for the keyboard, so that the map itself is a picture to those who cannot see it.
 */
export const AreaMap = ({ bbox, areas, place, whistles }: AreaMapProps) => {
  const t = useWords('command')
  const navigate = useNavigate()
  const holder = useRef<HTMLDivElement>(null)
  const { map, failed } = useAreaMap(holder, { bbox, areas, place })
  useWhistleMarks(map, whistles)

  useEffect(() => {
    if (!map) return
    const press = map.on('click', ({ point }) => {
      const [grid] = map.queryRenderedFeatures(point, { layers: ['grid-shade'] })
      const [community] = map.queryRenderedFeatures(point, { layers: ['community-shade'] })
      const code: unknown = (grid ?? community)?.properties['code']
      if (typeof code === 'string') void navigate({ to: '/command/$place', params: { place: code } })
    })
    return () => press.unsubscribe()
  }, [map, navigate])

  if (failed) return <Banner kind="warn" title={t('map.failed')} safe={t('map.failedSafe')} />
  const late = areas.filter(({ code, overdue }) => code.length === 12 && overdue > 0).length
  return (
    <section className="wall-map" aria-label={t('map.label')}>
      <p className="lx-hidden">{t('map.told', { late })}</p>
      <div ref={holder} className="wall-map-holder" aria-hidden="true" />
      <div className="wall-map-zoom">
        <button type="button" aria-label={t('map.in')} onClick={() => map?.zoomIn()}>
          <Plus aria-hidden="true" />
        </button>
        <button type="button" aria-label={t('map.out')} onClick={() => map?.zoomOut()}>
          <Minus aria-hidden="true" />
        </button>
      </div>
      <ul className="wall-shades">
        {SHADES.map((shade) => (
          <li key={shade} data-shade={shade}>
            {t(`map.shade.${shade}`)}
          </li>
        ))}
        {whistles.length > 0 && (
          <li className="wall-shade-whistle">
            <span className="wall-whistle-mark" aria-hidden="true" />
            {t('map.whistle')}
          </li>
        )}
        <li className="wall-map-source">{t('map.source')}</li>
      </ul>
    </section>
  )
}
