import type { ReportCase } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../data/api-client.ts'
import { spotOf } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { useNearWords } from './use-near-words.ts'
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
  const say = useNearWords()
  const settled = useSettled(words.trim(), PAUSE_MS)
  const spot = spotOf(where)
  const placed = spot !== null
  const about = itemCode !== undefined || settled.length >= FEWEST_WORDS
  const body = {
    where: spot ?? {},
    ...(itemCode ? { itemCode } : {}),
    ...(settled ? { words: settled } : {}),
  }
  const query = useQuery({
    ...queryOf(caseRoutes.near, { body }),
    enabled: placed && about,
    staleTime: FRESH_MS,
  })
  const rows = (placed && about && query.data?.rows) || []
  if (rows.length === 0) return null
  return (
    <section className="near-matters" aria-labelledby="near-matters">
      <h2 id="near-matters">{t('heading', { count: rows.length })}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={to} params={{ id: row.id }} target="_blank" preload={false}>
              {say(row).title}
            </Link>
            <span>{say(row).facts}</span>
          </li>
        ))}
      </ul>
      <p>{t('next')}</p>
    </section>
  )
}
