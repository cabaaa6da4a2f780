import { useWords } from '../../messages/words.ts'
import type { PhotoItem } from '../../ui/photo-input.tsx'
import type { MoveForm } from './use-move.ts'

/** Nine photos at most, as the contract says. */
const MOST_PHOTOS = 9

/** The photos of a move's draft as the input for photos shows them: those that arrived, then those on their way. */
export const useMovePhotos = ({ kept, uploads }: MoveForm) => {
  const t = useWords('case')
  const arrived: PhotoItem[] = kept.map(({ fileId, thumb }, index) => ({
    key: fileId,
    name: t('photo.name', { place: index + 1 }),
    preview: thumb || null,
    state: 'ready',
  }))
  const underway: PhotoItem[] = uploads.underway.map(({ key, file, preview, state, message }) => ({
    key,
    name: file.name,
    preview,
    state,
    ...(state === 'failed' ? { message: message || t('photo.failed') } : {}),
  }))
  return {
    photos: [...arrived, ...underway],
    max: MOST_PHOTOS,
    onAdd: uploads.add,
    onRemove: uploads.remove,
    onRetry: uploads.retry,
  }
}
