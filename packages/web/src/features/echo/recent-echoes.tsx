import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import './echo.css'
import { EntryCard } from './entry-card.tsx'
import { useWall } from './use-wall.ts'

const SHOWN = 3

/** What was solved lately, under the two large ways in. Nothing where there is nothing yet. */
export const RecentEchoes = () => {
  const t = useWords('echo')
  const wall = useWall({})
  const rows = wall.data?.pages[0]?.rows.slice(0, SHOWN) ?? []
  if (rows.length === 0) return null
  return (
    <section className="lx-echo" aria-labelledby="recent-echoes">
      <h2 id="recent-echoes">{t('recent.heading')}</h2>
      <div className="lx-echo-list">
        {rows.map((entry) => (
          <EntryCard key={entry.id} entry={entry} level={3} />
        ))}
      </div>
      <Link to="/echo" {...buttonDress('secondary', 'normal', true)}>
        {t('recent.all')}
      </Link>
    </section>
  )
}
