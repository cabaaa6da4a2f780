import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import type { FigureMap } from '@lianxin/contract/figures/figure-views'
import type { LiveChange } from '@lianxin/contract/live/live-events'
import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { useNow } from '../../ui/now.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { linesOf } from './news-lines.ts'
import { sentenceOf, toneOf } from './news-sentence.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { useWallTime } from './wall-time.ts'

interface NewsPaneProps {
  readonly news: readonly LiveChange[]
  readonly areas: FigureMap['areas']
  /** Code of the place that is looked at. */
  readonly within: string
}

const UNCHANGING = { staleTime: 10 * 60_000 }

/** What happens, as it happens, in sentences. */
export const NewsPane = ({ news, areas, within }: NewsPaneProps) => {
  const t = useWords('command')
  const time = useWallTime()
  const { locale } = usePreferences()
  const today = time.day(useNow())
  const units = useQuery({ ...queryOf(orgRoutes.units, {}), ...UNCHANGING }).data
  const items = useQuery({ ...queryOf(catalogueRoutes.items, {}), ...UNCHANGING }).data
  const names = useMemo(() => {
    const named = (one: { readonly name: string; readonly nameEn: string }) =>
      locale === 'en' ? one.nameEn : one.name
    const unitName = new Map(units?.map((unit) => [unit.id, named(unit)]))
    const itemName = new Map(items?.map((item) => [item.code, named(item)]))
    const placeName = new Map(areas.map((area) => [area.code, named(area)]))
    return {
      unit: (id: string | null) => (id ? unitName.get(id) : undefined),
      item: (code: string | null) => (code ? itemName.get(code) : undefined),
      place: (code: string) => placeName.get(code.slice(0, 12)) ?? '',
    }
  }, [units, items, areas, locale])
  const lines = linesOf(
    news.filter(({ placeCode }) => placeCode.startsWith(within)),
    (change) => ({
      where: [names.place(change.placeCode), names.item(change.itemCode)].filter(Boolean).join(' · '),
      sentence: sentenceOf(change, names.unit, t, locale),
    }),
  )
  return (
    <div className="wall-news">
      <h2 id="wall-news">{t('news.heading')}</h2>
      <ScrollRegion labelledBy="wall-news">
        {lines.length === 0 && <p className="wall-empty">{t('news.empty')}</p>}
        <ol className="wall-lines">
          {lines.map(({ change, where, sentence, times, matters, since }) => (
            <li key={change.seq} data-tone={toneOf(change)}>
              <time dateTime={new Date(change.at).toISOString()}>
                {time.minute(change.at)}
                {time.day(change.at) !== today && <small>{time.shortDay(change.at)}</small>}
              </time>
              <p>
                <span className="wall-where">{where}</span>
                {matters > 1 ? (
                  <Link
                    to="/desk"
                    search={{ box: 'all', placeCode: change.placeCode.slice(0, 12) }}
                    preload={false}
                    className="wall-told"
                  >
                    {sentence}
                  </Link>
                ) : change.caseId ? (
                  <Link
                    to="/desk/case/$id"
                    params={{ id: change.caseId }}
                    preload={false}
                    className="wall-told"
                  >
                    {sentence}
                  </Link>
                ) : (
                  sentence
                )}
                {times > 1 && (
                  <span className="wall-times">
                    {t(matters > 1 ? 'news.matters' : 'news.times', {
                      times: matters > 1 ? matters : times,
                      since: time.since(since, change.at),
                    })}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </div>
  )
}
