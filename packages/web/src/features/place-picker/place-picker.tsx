import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, List, LocateFixed, Map as MapIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { queryOf } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { type Spot, spotOf, type Where } from '../../data/chosen-place.ts'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { PlaceMap } from '../../ui/map/place-map.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { TextField } from '../../ui/text-field.tsx'
import { LocatedCard } from './located-card.tsx'
import { moveTo, ROUGH_METRES } from './place-choice.ts'
import './place-picker.css'
import { PlaceList } from './place-list.tsx'
import { PlaceSearch } from './place-search.tsx'
import { type Fix, useMyPosition } from './use-my-position.ts'

type Way = 'map' | 'list' | null

interface PlacePickerProps {
  readonly value: Where
  readonly onChange: (where: Where) => void
  /** What the page or the server found wrong with the place, or with the words about it. */
  readonly error?: string | undefined
  readonly detailError?: string | undefined
  /** Only which community and grid it is: nobody is asked where exactly. */
  readonly roughly?: boolean
}

/** Where it is: own position, a tap on the map, or a list; and at once whose community and grid that is. */
export const PlacePicker = ({ value, onChange, error, detailError, roughly = false }: PlacePickerProps) => {
  const t = useWords('report')
  const [way, setWay] = useState<Way>(value.point ? 'map' : null)
  const [accuracy, setAccuracy] = useState<number | null>(null)
  const latest = useRef(value)
  latest.current = value
  const config = useConfig()
  const { locale } = usePreferences()
  const spot = spotOf(value)
  const located = useQuery({
    ...queryOf(placeRoutes.locate, { body: spot ?? {} }),
    enabled: spot !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

  const choose = (next: Spot) => {
    setAccuracy(null)
    onChange(moveTo(latest.current, next))
  }
  const position = useMyPosition(({ lon, lat, metres }: Fix) => {
    choose({ point: { lon, lat, crs: 'WGS84' } })
    setWay('map')
    setAccuracy(metres)
  })
  const refused = spot !== null && located.isError ? located.error : null

  return (
    <div className="lx-stack lx-place" data-field="where">
      <div className="lx-place-ways">
        <Button icon={<LocateFixed aria-hidden="true" />} pending={position.asking} onClick={position.ask}>
          {position.asking ? t('place.asking') : t('place.mine')}
        </Button>
        <Button
          icon={<MapIcon aria-hidden="true" />}
          aria-expanded={way === 'map'}
          onClick={() => setWay(way === 'map' ? null : 'map')}
        >
          {t('place.onMap')}
        </Button>
        <Button
          icon={<List aria-hidden="true" />}
          aria-expanded={way === 'list'}
          onClick={() => setWay(way === 'list' ? null : 'list')}
        >
          {t('place.fromList')}
        </Button>
      </div>
      {position.refusal && (
        <p className="lx-place-note" role="alert">
          {t(`place.refused.${position.refusal}`)}
        </p>
      )}
      {way !== 'list' && <PlaceSearch onChoose={choose} />}
      {way === 'map' && config.data && (
        <PlaceMap
          bbox={config.data.tenant.bbox}
          centre={config.data.tenant.centre}
          placeName={locale === 'en' ? config.data.tenant.nameEn : config.data.tenant.name}
          point={located.data?.point ?? value.point ?? null}
          highlight={located.data?.grid?.code ?? located.data?.community.code ?? null}
          onChoose={({ lon, lat }) => choose({ point: { lon, lat, crs: 'CGCS2000' } })}
        />
      )}
      {way === 'list' && <PlaceList onChoose={choose} />}
      <div role="status" className="lx-place-told">
        {spot !== null && located.isPending && <p className="lx-quiet">{t('place.locating')}</p>}
        {spot !== null && located.data && <LocatedCard located={located.data} />}
        {accuracy !== null &&
          (accuracy >= ROUGH_METRES ? (
            <p className="lx-place-note">{t('place.rough', { metres: accuracy })}</p>
          ) : (
            <p className="lx-quiet lx-small">{t('place.accuracy', { metres: accuracy })}</p>
          ))}
      </div>
      {(error || refused) && (
        <p className="lx-error" role="alert">
          <CircleAlert aria-hidden="true" />
          <span>
            {refused ? (isApiProblem(refused) && refused.detail) || t('place.searchFailed') : error}
          </span>
        </p>
      )}
      {!roughly && (
        <div data-field="detail">
          <TextField
            label={t('place.detail')}
            hint={t('place.detailHint')}
            optional
            value={value.detail ?? ''}
            onChange={(detail) => onChange({ ...latest.current, detail })}
            error={detailError}
            autoComplete="off"
          />
        </div>
      )}
    </div>
  )
}
