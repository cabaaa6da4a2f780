import type { ReportCase } from '@lianxin/contract/case/case-commands'
import { echoRoutes } from '@lianxin/contract/echo/echo-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../data/api-client.ts'
import { spotOf } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { Card } from '../../ui/card.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { useSettled } from '../../ui/use-settled.ts'
import './echo.css'
import { MeToo } from './me-too.tsx'
import { placeOf } from './use-wall.ts'

interface AlreadyRaisedProps {
  readonly where: ReportCase['where']
  readonly itemCode: string
  readonly words: string
}

const PAUSE_MS = 700

/** What others raised or what was solved near the place and about the same item: perhaps nothing need be written twice. */
export const AlreadyRaised = ({ where, itemCode, words }: AlreadyRaisedProps) => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const settled = useSettled(words, PAUSE_MS)
  const spot = spotOf(where)
  const placed = spot !== null
  const about = itemCode !== '' || settled.trim().length >= 4
  const body = {
    where: spot ?? {},
    ...(itemCode ? { itemCode } : {}),
    ...(settled ? { words: settled } : {}),
  }
  const query = useQuery({
    ...queryOf(echoRoutes.near, { body }),
    enabled: placed && about,
    staleTime: 60_000,
  })
  const { open = [], published = [] } = query.data ?? {}
  const name = (one: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.name
  if (!placed || !about || open.length + published.length === 0) return null
  return (
    <Card ground="warm" aria-labelledby="already">
      <h2 id="already" className="lx-echo-ask">
        {t('near.heading')}
      </h2>
      {open.length > 0 && (
        <ul className="lx-echo-near">
          {open.map((one) => (
            <li key={one.openedAt}>
              <p>
                <strong>
                  {t('near.open', {
                    item: name(one.item),
                    community: locale === 'en' ? one.communityNameEn : one.communityName,
                  })}
                </strong>{' '}
                <span className="lx-quiet">{t('near.openedAt', { at: say.point(one.openedAt) })}</span>
              </p>
              {one.meToo > 0 && <p className="lx-small">{t('meToo.count', { count: one.meToo })}</p>}
              <MeToo about={{ ref: one.ref }} />
            </li>
          ))}
        </ul>
      )}
      {published.length > 0 && (
        <>
          <h3>{t('near.published')}</h3>
          <ul className="lx-echo-near">
            {published.map((one) => (
              <li key={one.id}>
                <Link to="/echo/$id" params={{ id: one.id }} target="_blank">
                  {one.item ? name(one.item) : t('entry.noItem')}
                </Link>{' '}
                <span className="lx-quiet lx-small">
                  {placeOf(one, locale)} ·{' '}
                  {t('entry.took', { span: say.span(one.answeredAt - one.raisedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="lx-small lx-quiet">{t('near.goOn')}</p>
    </Card>
  )
}
