import { useMovePhotos } from '../../../features/case/use-move-photos.ts'
import { useWords } from '../../../messages/words.ts'
import { PhotoInput } from '../../../ui/photo-input.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

export const PhotosField = ({ form }: MoveFieldProps) => {
  const t = useWords('case')
  return <PhotoInput label={t('field.fileIds')} hint={t('photo.hint')} {...useMovePhotos(form)} />
}
