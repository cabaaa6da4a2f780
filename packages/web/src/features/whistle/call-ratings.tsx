import type { CaseView } from '@lianxin/contract/case/case-views'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import './call-codes.css'

/** How both sides rated each other; told once the matter is closed. */
export const CallRatings = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('whistle')
  const { locale } = usePreferences()
  if (kase.ratings.length === 0) return null
  const named = (one: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.name
  return (
    <section aria-labelledby="call-ratings">
      <h2 id="call-ratings">{t('ratings.heading')}</h2>
      <ul className="call-ratings">
        {kase.ratings.map(({ by, about, scores }) => (
          <li key={`${by.id} ${about.id}`}>
            <strong>{t('ratings.of', { by: named(by), about: named(about) })}</strong>
            <br />
            {scores
              .map(({ name, score }) =>
                t('ratings.score', { aspect: locale === 'en' ? name.en : name.zh, score }),
              )
              .join(t('ratings.comma'))}
          </li>
        ))}
      </ul>
    </section>
  )
}
