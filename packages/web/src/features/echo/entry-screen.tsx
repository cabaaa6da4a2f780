import { Link, useParams } from '@tanstack/react-router'
import { isApiProblem } from '../../data/api-problem.ts'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { useScreenTitle } from '../../ui/screen-title.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './echo.css'
import { AnsweredBy, EntryFacts } from './entry-card.tsx'
import { EntryPictures } from './entry-pictures.tsx'
import { MeToo } from './me-too.tsx'
import { useEntry } from './use-wall.ts'

/** One answer at its own address, to be passed on; and “me too” for those who have the same again. */
export const EntryScreen = () => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const { id } = useParams({ from: '/resident/echo/$id' })
  const query = useEntry(id)
  const entry = query.data
  const name = (one: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.name
  const heading = entry?.item ? name(entry.item) : t('entry.noItem')
  useScreenTitle(entry ? heading : undefined)
  const gone = isApiProblem(query.error) && (query.error.status === 410 || query.error.status === 404)
  if (!entry)
    return (
      <div className="lx-page">
        {query.isPending ? (
          <Skeleton count={4} />
        ) : (
          <>
            <h1>{t(gone ? 'entry.gone' : 'entry.failed')}</h1>
            {gone ? (
              <p className="lx-lead">{t('entry.goneMore')}</p>
            ) : (
              <ProblemBanner
                problem={query.error}
                onRetry={() => query.refetch()}
                pending={query.isFetching}
              />
            )}
            <Link to="/echo" {...buttonDress('primary', 'normal')}>
              {t('entry.back')}
            </Link>
          </>
        )}
      </div>
    )
  return (
    <div className="lx-page lx-echo">
      <div className="lx-stack">
        <p>
          <Link to="/echo">{t('entry.back')}</Link>
        </p>
        <h1>{heading}</h1>
      </div>
      <EntryFacts entry={entry} />
      <EntryPictures entry={entry} />
      <section aria-labelledby="echo-raised">
        <h2 id="echo-raised">
          {t(entry.verdict === 'found' ? 'entry.foundAt' : 'entry.raised', { at: say.point(entry.raisedAt) })}
        </h2>
        <p className="lx-echo-raised">{entry.raised}</p>
      </section>
      <section aria-labelledby="echo-answer">
        <h2 id="echo-answer">
          <AnsweredBy entry={entry} />
        </h2>
        <p className="lx-echo-answer">{entry.answer}</p>
      </section>
      <MeToo about={{ entryId: entry.id }} isClosed />
      <p className="lx-quiet lx-small">
        {t('entry.published', { at: say.point(entry.publishedAt) })}
        {entry.correctedAt !== null && ` ${t('entry.corrected', { at: say.point(entry.correctedAt) })}`}{' '}
        {t('entry.redacted')}
      </p>
    </div>
  )
}
