import type { ReportCase } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { useSettled } from '../../ui/use-settled.ts'
import './near-matters.css'

/** What has been written so far of a matter that may be there already. */
export interface NearMattersProps {
  readonly where: ReportCase['where']
  readonly itemCode?: string | undefined
  readonly words: string
}

const PAUSE_MS = 700
const FRESH_MS = 60_000
const FEWEST_WORDS = 4

/** Open matters near in place, time and item, before staff write the same one down again. Shows nothing where there are none. */
export const NearMatters = ({
  where,
  itemCode,
  words,
  to,
}: NearMattersProps & { readonly to: '/desk/case/$id' | '/field/case/$id' }) => {
  const t = useWords('near')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const settled = useSettled(words.trim(), PAUSE_MS)
  const { detail: _detail, ...spot } = where
  const placed = Object.values(spot).some((part) => part !== undefined)
  const about = itemCode !== undefined || settled.length >= FEWEST_WORDS
  const body = { where: spot, ...(itemCode ? { itemCode } : {}), ...(settled ? { words: settled } : {}) }
  const query = useQuery({
    ...queryOf(caseRoutes.near, { body }),
    enabled: placed && about,
    staleTime: FRESH_MS,
  })
  const rows = (placed && about && query.data?.rows) || []
  if (rows.length === 0) return null
  const english = locale === 'en'
  return (
    <section className="near-matters" aria-labelledby="near-matters">
      <h2 id="near-matters">{t('heading', { count: rows.length })}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={to} params={{ id: row.id }} target="_blank" preload={false}>
              {english ? row.item.nameEn : row.item.name} · {row.number}
            </Link>
            <span>
              {english ? row.stateName.en : row.stateName.zh}
              {' · '}
              {row.metres === null
                ? t('sameCommunity', { community: english ? row.communityNameEn : row.communityName })
                : t('metres', { metres: row.metres })}
              {' · '}
              {t('raised', { at: say.point(row.openedAt) })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('next')}</p>
    </section>
  )
}
