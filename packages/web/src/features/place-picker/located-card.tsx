import type { Located } from '@lianxin/contract/place/place-routes'
import { MapPinCheck } from 'lucide-react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { gridSerial } from './place-choice.ts'

/** Whose community and grid it is, with the grid worker's name, which has to be public. */
export const LocatedCard = ({ located }: { readonly located: Located }) => {
  const t = useWords('report')
  const english = usePreferences().locale === 'en'
  const { community, grid, gridWorker, compound, building } = located
  const communityName = english ? community.nameEn : community.name
  return (
    <div className="lx-place-here">
      <MapPinCheck aria-hidden="true" />
      <div>
        <p className="lx-place-here-name">
          {grid
            ? t('place.here', { community: communityName, n: gridSerial(grid.code) })
            : t('place.hereNoGrid', { community: communityName })}
        </p>
        <p>{gridWorker ? t('place.worker', { name: gridWorker }) : t('place.noWorker')}</p>
        {compound && (
          <p className="lx-quiet">
            {english
              ? [building?.nameEn, compound.nameEn].filter(Boolean).join(', ')
              : `${compound.name}${building?.name ?? ''}`}
          </p>
        )}
      </div>
    </div>
  )
}
