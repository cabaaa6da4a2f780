import { Image } from 'antd'
import { photoUrl } from '../../../data/photos.ts'
import { useWords } from '../../../messages/words.ts'

/** Small pictures that open large; the large one is read only when somebody asks for it. */
export const Photos = ({ fileIds }: { readonly fileIds: readonly string[] }) => {
  const t = useWords('case')
  return (
    <Image.PreviewGroup>
      <ul className="photos">
        {fileIds.map((id, index) => (
          <li key={id}>
            <Image
              src={photoUrl(id, 'thumb')}
              preview={{ src: photoUrl(id, 'full') }}
              alt={t('photo.alt', { place: index + 1, of: fileIds.length })}
              width={88}
              height={88}
            />
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}
