import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import type { EchoDraft, EchoPicture } from '@lianxin/contract/echo/echo-views'
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../../data/api-client.ts'
import { photoUrl } from '../../../data/photos.ts'
import { useWords } from '../../../messages/words.ts'
import { PictureMasker } from './picture-masker.tsx'

interface PictureDeskProps {
  readonly draft: EchoDraft
  readonly pictures: readonly EchoPicture[]
  readonly onChange: (pictures: readonly EchoPicture[]) => void
}

const MOST = 6

/** Photos that may be shown: each is looked at, marked and confirmed by a person, and only its copy is used. */
export const PictureDesk = ({ draft, pictures, onChange }: PictureDeskProps) => {
  const t = useWords('echo-desk')
  const [chosen, setChosen] = useState<string | null>(null)
  const { caseId, original } = draft
  const fromHandlers = new Set(original.answers.flatMap(({ fileIds }) => fileIds))
  return (
    <section aria-labelledby="echo-pictures" className="echo-pictures">
      <h3 id="echo-pictures">{t('picture.heading')}</h3>
      {original.fileIds.length + pictures.length === 0 && <p className="desk-quiet">{t('picture.none')}</p>}
      {original.fileIds.length > 0 && <p className="desk-quiet">{t('picture.what')}</p>}
      {pictures.length > 0 && (
        <ul className="echo-chosen" aria-label={t('picture.chosen')}>
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <img
                src={urlOf(echoDeskRoutes.draftPicture, {
                  params: { id: caseId, pictureId: picture.id },
                  query: { size: 'thumb' },
                })}
                alt={t('picture.copyAlt', { n: index + 1 })}
              />
              <span>{t(`picture.${picture.side}`)}</span>
              <Button
                size="small"
                icon={<Trash2 className="desk-icon" aria-hidden="true" />}
                onClick={() => onChange(pictures.filter(({ id }) => id !== picture.id))}
              >
                {t('picture.drop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length < MOST && (
        <ul className="echo-sources" aria-label={t('picture.sources')}>
          {original.fileIds.map((fileId, index) => (
            <li key={fileId}>
              <button
                type="button"
                aria-pressed={chosen === fileId}
                onClick={() => setChosen(chosen === fileId ? null : fileId)}
              >
                <img src={photoUrl(fileId, 'thumb')} alt={t('picture.sourceAlt', { n: index + 1 })} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <PictureMasker
          key={chosen}
          caseId={caseId}
          fileId={chosen}
          startsAs={fromHandlers.has(chosen) ? 'after' : 'before'}
          onMade={(picture) => {
            onChange([...pictures, picture])
            setChosen(null)
          }}
        />
      )}
    </section>
  )
}
