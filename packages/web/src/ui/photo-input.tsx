import { Camera, CircleAlert, ImageIcon, LoaderCircle, RotateCw, X } from 'lucide-react'
import { type ChangeEvent, useId } from 'react'
import { useWords } from '../messages/words.ts'
import './field.css'
import './photo-input.css'

export interface PhotoItem {
  readonly key: string
  readonly name: string
  /** Address of a picture to show; null when only the name is known, e.g. after reloading the page. */
  readonly preview: string | null
  readonly state: 'sending' | 'ready' | 'failed'
  /** Why it failed. */
  readonly message?: string
}

interface PhotoInputProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly photos: readonly PhotoItem[]
  readonly max: number
  readonly onAdd: (files: readonly File[]) => void
  readonly onRemove: (key: string) => void
  readonly onRetry: (key: string) => void
}

/** Photos are optional; each shows what became of it, and one that fails does not hold up the others. */
export const PhotoInput = ({
  label,
  hint,
  error,
  photos,
  max,
  onAdd,
  onRemove,
  onRetry,
}: PhotoInputProps) => {
  const t = useWords('ui')
  const id = useId()
  const room = max - photos.length
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, room)
    // The same photo may be chosen again after it was removed.
    event.target.value = ''
    if (files.length > 0) onAdd(files)
  }
  return (
    <fieldset className="lx-field">
      <legend className="lx-label">
        {label}
        <span className="lx-label-optional"> {t('field.optional')}</span>
      </legend>
      {hint && (
        <p className="lx-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ul className="lx-photos">
        {photos.map((photo) => (
          <li key={photo.key} className="lx-photo" data-state={photo.state}>
            {photo.preview ? (
              <img src={photo.preview} alt={photo.name} />
            ) : (
              <span className="lx-photo-name">
                <ImageIcon aria-hidden="true" />
                {photo.name}
              </span>
            )}
            {photo.state === 'sending' && (
              <span className="lx-photo-state" role="status">
                <LoaderCircle className="lx-spin" aria-hidden="true" />
                {t('photo.sending')}
              </span>
            )}
            {photo.state === 'failed' && (
              <button type="button" className="lx-photo-state" onClick={() => onRetry(photo.key)}>
                <RotateCw aria-hidden="true" />
                {t('photo.again')}
              </button>
            )}
            <button
              type="button"
              className="lx-photo-remove"
              aria-label={t('photo.remove', { name: photo.name })}
              onClick={() => onRemove(photo.key)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
        {room > 0 && (
          <li className="lx-photo-add">
            <input
              id={id}
              className="lx-hidden"
              type="file"
              accept="image/jpeg,image/png,image/webp"
              multiple={room > 1}
              aria-describedby={hint ? `${id}-hint` : undefined}
              onChange={take}
            />
            <label htmlFor={id}>
              <Camera aria-hidden="true" />
              <span>{t('photo.add')}</span>
              <span className="lx-small lx-quiet">{t('photo.room', { room })}</span>
            </label>
          </li>
        )}
      </ul>
      {photos.map(
        (photo) =>
          photo.message && (
            <p key={photo.key} className="lx-error" role="alert">
              <CircleAlert aria-hidden="true" />
              <span>{t('photo.failed', { name: photo.name, why: photo.message })}</span>
            </p>
          ),
      )}
      {error && (
        <p className="lx-error">
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
