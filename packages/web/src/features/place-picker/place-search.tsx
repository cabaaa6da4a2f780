import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { queryOf } from '../../data/api-client.ts'
import type { Spot } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { spotOfHit } from './place-choice.ts'

const PAUSE_MS = 250
const MOST_SHOWN = 8

/** Finds communities, compounds, buildings and streets by name or address. */
export const PlaceSearch = ({ onChoose }: { readonly onChoose: (spot: Spot) => void }) => {
  const t = useWords('report')
  const english = usePreferences().locale === 'en'
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(useSettled(typed.trim(), PAUSE_MS)).slice(0, 60)
  const hits = useQuery({ ...queryOf(placeRoutes.search, { query: { q } }), enabled: q !== '' })
  const shown = (q && hits.data?.slice(0, MOST_SHOWN)) || []

  return (
    <div className="lx-stack lx-place-search">
      <TextField
        label={t('place.search')}
        placeholder={t('place.searchExample')}
        value={typed}
        onChange={setTyped}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        // Enter looks the place up; it must not send the whole report.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p className="lx-small lx-quiet" role="status">
        {q !== '' && hits.isSuccess && t('place.hits', { count: shown.length })}
        {q !== '' && hits.isError && t('place.searchFailed')}
      </p>
      {shown.length > 0 && (
        <ul className="lx-place-hits">
          {shown.map((hit) => (
            <li key={`${hit.kind} ${hit.id ?? hit.code} ${hit.name}`}>
              <button type="button" className="lx-place-hit" onClick={() => onChoose(spotOfHit(hit))}>
                <Search aria-hidden="true" />
                <span>
                  <strong>{english ? hit.nameEn : hit.name}</strong>
                  <span className="lx-small lx-quiet">
                    {t(`place.kind.${hit.kind}`)} · {english ? hit.addressEn : hit.address}
                  </span>
                </span>
                <ChevronRight aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
