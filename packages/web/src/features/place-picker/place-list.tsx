import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../../data/api-client.ts'
import type { Spot } from '../../data/chosen-place.ts'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { Select } from '../../ui/select.tsx'

const PLACES_FRESH_MS = 60 * 60 * 1000

const useChildren = (code: string) =>
  useQuery({
    ...queryOf(placeRoutes.children, { params: { code } }),
    enabled: code !== '',
    staleTime: PLACES_FRESH_MS,
  })

/** Subdistrict → community → compound → building, for whoever has no position and no map in mind. */
export const PlaceList = ({ onChoose }: { readonly onChoose: (spot: Spot) => void }) => {
  const t = useWords('report')
  const { locale } = usePreferences()
  const config = useConfig()
  const [subdistrict, setSubdistrict] = useState('')
  const [community, setCommunity] = useState('')
  const [compound, setCompound] = useState('')
  const [building, setBuilding] = useState('')
  const subdistricts = useChildren(config.data?.tenant.code ?? '')
  const communities = useChildren(subdistrict)
  const compounds = useQuery({
    ...queryOf(placeRoutes.compounds, { params: { code: community } }),
    enabled: community !== '',
    staleTime: PLACES_FRESH_MS,
  })
  const buildings = compounds.data?.find(({ id }) => id === compound)?.buildings ?? []
  const failed = subdistricts.isError || communities.isError || compounds.isError || config.isError

  const named = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({
    value: code,
    label: locale === 'en' ? nameEn : name,
  })
  const numbered = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }) => ({
    value: id,
    label: locale === 'en' ? nameEn : name,
  })
  return (
    <div className="lx-stack">
      <Select
        label={t('place.subdistrict')}
        options={(subdistricts.data ?? []).map(named)}
        value={subdistrict}
        onChange={(code) => {
          setSubdistrict(code)
          setCommunity('')
          setCompound('')
          setBuilding('')
        }}
      />
      <Select
        label={t('place.community')}
        hint={subdistrict === '' ? t('place.subdistrictFirst') : undefined}
        disabled={subdistrict === ''}
        options={(communities.data ?? []).map(named)}
        value={community}
        onChange={(code) => {
          setCommunity(code)
          setCompound('')
          setBuilding('')
          if (code) onChoose({ communityCode: code })
        }}
      />
      {(compounds.data?.length ?? 0) > 0 && (
        <Select
          label={t('place.compound')}
          optional
          options={(compounds.data ?? []).map(numbered)}
          value={compound}
          onChange={(id) => {
            setCompound(id)
            setBuilding('')
            onChoose(id ? { compoundId: id } : { communityCode: community })
          }}
        />
      )}
      {buildings.length > 0 && (
        <Select
          label={t('place.building')}
          optional
          options={buildings.map(numbered)}
          value={building}
          onChange={(id) => {
            setBuilding(id)
            onChoose(id ? { buildingId: id } : { compoundId: compound })
          }}
        />
      )}
      {failed && (
        <p className="lx-error" role="alert">
          {t('place.listFailed')}
        </p>
      )}
    </div>
  )
}
