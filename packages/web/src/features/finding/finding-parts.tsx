import type { RaiseCase } from '@lianxin/contract/case/case-commands'
import type { ComponentType } from 'react'
import { hasPlace } from '../../data/chosen-place.ts'
import { shownPhotos } from '../../data/photo-uploads.ts'
import { useWords } from '../../messages/words.ts'
import { EntryFolded } from '../../ui/entry-form.tsx'
import { PhotoInput } from '../../ui/photo-input.tsx'
import { MOST_PHOTOS } from './finding-draft.ts'
import type { FindingForm } from './use-finding.ts'

/** The question where it is; another feature answers it, so the face hands it in. */
export type PlaceField = ComponentType<{
  readonly value: RaiseCase['where']
  readonly onChange: (where: RaiseCase['where']) => void
  readonly error?: string | undefined
}>

export type NearAbout = {
  readonly where: RaiseCase['where']
  readonly itemCode?: string | undefined
  readonly words: string
}

/** What is open nearby already; another feature knows, so the face hands it in. */
export type NearField = ComponentType<NearAbout>

export const FindingPhotos = ({ form }: { readonly form: FindingForm }) => {
  const t = useWords('finding')
  const { draft, uploads } = form
  return (
    <PhotoInput
      label={t('photos.label')}
      photos={shownPhotos(draft.photos, uploads.underway, (n) => t('photos.name', { n }), t('photos.lost'))}
      max={MOST_PHOTOS}
      onAdd={uploads.add}
      onRemove={uploads.remove}
      onRetry={uploads.retry}
    />
  )
}

interface FindingPlaceProps {
  readonly form: FindingForm
  readonly PlaceField: PlaceField
  /** What the own grid is called. */
  readonly own: string
}

/** Somewhere in the own grid unless a point, a building or a name says more. */
export const FindingPlace = ({ form, PlaceField, own }: FindingPlaceProps) => {
  const t = useWords('finding')
  const { where } = form.draft
  const exact = hasPlace(where)
  return (
    <EntryFolded
      summary={exact ? t('place.exact') : t('place.own', { place: own })}
      open={exact || form.refusedPlace !== undefined}
    >
      <PlaceField value={where} onChange={(next) => form.set({ where: next })} error={form.refusedPlace} />
      {exact && (
        <button type="button" className="lx-summary-link" onClick={() => form.set({ where: {} })}>
          {t('place.back', { place: own })}
        </button>
      )}
    </EntryFolded>
  )
}
