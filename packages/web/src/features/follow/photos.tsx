import { fileRoutes } from '@lianxin/contract/file/file-routes'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog } from './later-dialog.tsx'

/** Address of a photo of the own matter; the follow session opens no other. */
const photoUrl = (id: string, size: 'thumb' | 'full'): string =>
  urlOf(fileRoutes.viewFollowed, { params: { id }, query: { size } })

/** Small pictures, one press from large. */
export const Photos = ({ fileIds }: { readonly fileIds: readonly string[] }) => {
  const t = useWords('follow')
  const [open, setOpen] = useState<number | null>(null)
  const all = fileIds.length
  if (all === 0) return null
  const shown = open === null ? undefined : fileIds[open]
  return (
    <>
      <ul className="lx-thumbs">
        {fileIds.map((id, place) => (
          <li key={id}>
            <button type="button" onClick={() => setOpen(place)}>
              <img src={photoUrl(id, 'thumb')} alt={t('case.photo', { n: place + 1 })} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <LaterDialog
        title={t('case.photoOf', { n: (open ?? 0) + 1, all })}
        open={open !== null}
        onClose={() => setOpen(null)}
        actions={
          all > 1 && (
            <>
              <Button
                icon={<ChevronLeft aria-hidden="true" />}
                onClick={() => setOpen(((open ?? 0) + all - 1) % all)}
              >
                {t('case.photoBack')}
              </Button>
              <Button
                icon={<ChevronRight aria-hidden="true" />}
                onClick={() => setOpen(((open ?? 0) + 1) % all)}
              >
                {t('case.photoNext')}
              </Button>
            </>
          )
        }
      >
        {shown && (
          <img
            className="lx-photo-large"
            src={photoUrl(shown, 'full')}
            alt={t('case.photoOf', { n: (open ?? 0) + 1, all })}
          />
        )}
      </LaterDialog>
    </>
  )
}
