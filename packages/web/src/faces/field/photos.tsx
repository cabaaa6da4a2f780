import { photoUrl } from '../../data/photos.ts'
import { useWords } from '../../messages/words.ts'

/** Small pictures; a press opens the large one. */
export const Photos = ({ fileIds }: { readonly fileIds: readonly string[] }) => {
  const t = useWords('case')
  return (
    <ul className="field-photos">
      {fileIds.map((id, index) => (
        <li key={id}>
          <a href={photoUrl(id, 'full')} target="_blank" rel="noreferrer">
            <img
              src={photoUrl(id, 'thumb')}
              alt={t('photo.alt', { place: index + 1, of: fileIds.length })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
