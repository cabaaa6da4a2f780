import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { AnswerList } from '../../ui/answer-list.tsx'
import { Card } from '../../ui/card.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { Photos } from './photos.tsx'
import { RAISED } from './steps.tsx'

/** What was raised, as it was written; where it is between several, the committee wrote it and not whoever reads this. Photos that came with a later step are shown there. */
export const OwnWords = ({ view }: { readonly view: FollowView }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const isBetween = view.parties.length > 0
  const later = new Set(view.timeline.filter((step) => step.move !== RAISED).flatMap((step) => step.fileIds))
  return (
    <section className="lx-stack" aria-labelledby="own-words">
      <h2 id="own-words">{t(isBetween ? 'case.dispute' : 'case.yours')}</h2>
      <Card>
        <p className="lx-own-words">{view.words}</p>
        <AnswerList
          answers={view.answers.map(({ question, answer }) => ({
            question: locale === 'en' ? question.en : question.zh,
            answer: locale === 'en' ? answer.en : answer.zh,
          }))}
        />
        <Photos fileIds={view.fileIds.filter((id) => !later.has(id))} />
        <div className="lx-quiet lx-small">
          <p>{t(isBetween ? 'case.writtenAt' : 'case.openedAt', { at: say.point(view.openedAt) })}</p>
          <p>{t('case.place', { place: locale === 'en' ? view.placeEn : view.place })}</p>
          {view.item && (
            <p>{t('case.item', { item: locale === 'en' ? view.item.nameEn : view.item.name })}</p>
          )}
        </div>
      </Card>
    </section>
  )
}
