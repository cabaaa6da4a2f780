import { Link, useParams } from '@tanstack/react-router'
import { SignInFirst } from '../../app/sign-in-first.tsx'
import { useMe } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Wall } from './wall.tsx'
import '../../ui/tokens-wall.css'
import './wall.css'
import './figures-pane.css'
import './hours-pane.css'
import './lists.css'
import './area-map.css'

/** Always dark, whatever the person chose elsewhere: it hangs in a dim room and is looked at from afar. */
export const CommandFrame = () => {
  const t = useWords('command')
  const me = useMe()
  const { place } = useParams({ strict: false })
  if (me.data && me.data.kind !== 'account') return <SignInFirst />
  const may = me.data?.can.includes('figures.view')
  return (
    <div className="wall-room" data-theme="dark">
      {may ? (
        <Wall place={place} />
      ) : (
        <main id="main" tabIndex={-1} className="wall-blank">
          {me.data && (
            <>
              <h1>{t('notYours.heading')}</h1>
              <p>{t('notYours.next')}</p>
              <Link to="/desk">{t('toDesk')}</Link>
            </>
          )}
          {me.isPending && <Skeleton shape="cards" count={3} />}
          <ProblemBanner problem={me.error} onRetry={() => void me.refetch()} />
        </main>
      )}
    </div>
  )
}
