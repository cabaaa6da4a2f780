import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'

/** Where a matter is between several: who mediates, what each party has said, and the text that is to be confirmed. */
export const Between = ({ view }: { readonly view: FollowView }) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const text = (one: { zh: string; en: string }) => (locale === 'en' ? one.en : one.zh)
  const asked =
    view.tone === 'waiting'
      ? view.timeline.find(({ words, to }) => words !== null && to === view.state)
      : undefined
  return (
    <section className="lx-stack" aria-labelledby="between">
      <h2 id="between">{t('between.heading')}</h2>
      <p className="lx-quiet">{t('between.confidential')}</p>
      {view.namedName && <p>{t('between.named', { name: view.namedName })}</p>}
      <ul>
        {view.parties
          .toSorted((a, b) => Number(b.you) - Number(a.you))
          .map(({ you, noted }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parties have no name here, and their number is fixed.
            <li key={index}>
              {t('between.said', {
                who: t(you ? 'between.you' : 'between.other'),
                said: noted.length > 0 ? noted.map(text).join(' · ') : t('between.silent'),
              })}
            </li>
          ))}
      </ul>
      {asked && asked.from !== null && (
        <div className="lx-verdict">
          <h3>{t('between.text')}</h3>
          <p className="lx-between-text">{asked.words}</p>
        </div>
      )}
    </section>
  )
}
