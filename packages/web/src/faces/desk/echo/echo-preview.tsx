import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import type { EchoDraft } from '@lianxin/contract/echo/echo-views'
import { urlOf } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { EntryFacts } from '../../../features/echo/entry-card.tsx'
import { EntryPictures } from '../../../features/echo/entry-pictures.tsx'
import type { PublicText } from '../../../features/echo/publish-entry.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import '../../../features/echo/echo.css'

/** The answer exactly as everybody will see it, made of the same parts. */
export const EchoPreview = ({ draft, text }: { readonly draft: EchoDraft; readonly text: PublicText }) => {
  const t = useWords('echo')
  const say = useSay()
  const times = useTimeWords()
  const facts = {
    communityName: draft.communityName,
    communityNameEn: draft.communityNameEn,
    compoundName: text.placeShown === 'compound' ? draft.compoundName : null,
    compoundNameEn: text.placeShown === 'compound' ? draft.compoundNameEn : null,
    raisedAt: draft.raisedAt,
    answeredAt: draft.answeredAt,
    verdict: draft.verdict,
    satisfaction: null,
    meToo: 0,
  }
  const urlFor = (pictureId: string, size: 'full' | 'thumb') =>
    urlOf(echoDeskRoutes.draftPicture, { params: { id: draft.caseId, pictureId }, query: { size } })
  return (
    <article className="lx-echo-card">
      <h3>{draft.item ? say.name(draft.item) : t('entry.noItem')}</h3>
      <EntryPictures entry={{ pictures: [...text.pictures] }} urlFor={urlFor} />
      <p className="lx-echo-raised">{text.raised}</p>
      <div className="lx-echo-answer">
        <p className="lx-echo-who">
          {t(draft.verdict === 'found' ? 'entry.settled' : 'entry.answered', {
            unit: draft.unit ? say.name(draft.unit) : t('entry.noUnit'),
            at: times.point(draft.answeredAt),
          })}
        </p>
        <p>{text.answer}</p>
      </div>
      <EntryFacts entry={facts} />
    </article>
  )
}
