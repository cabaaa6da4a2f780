import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type LiveState, useLive } from '../../data/live.ts'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './field.css'
import { ConnectionChip } from './connection-chip.tsx'

/** Everything below is for a signed-in person; live events keep the list true while it is on the screen. */
const SignedIn = () => {
  const [live, setLive] = useState<LiveState>('connecting')
  useLive(setLive)
  return (
    <>
      <ConnectionChip live={live} />
      <Suspense fallback={<Skeleton shape="cards" />}>
        <Outlet />
      </Suspense>
    </>
  )
}

export const FieldFrame = () => {
  const t = useWords('field')
  const say = useSay()
  const me = useMe()
  const { href } = useLocation()
  if (me.data && me.data.kind !== 'account') return <Navigate to="/sign-in" search={{ next: href }} replace />
  return (
    <>
      <AppHeader
        home={(mark) => (
          <Link to="/field" className="lx-header-home">
            {mark}
          </Link>
        )}
        title={me.data?.active ? say.place(me.data.active) : t('name')}
      />
      <main id="main" tabIndex={-1} className="lx-main">
        {me.data ? (
          <SignedIn />
        ) : (
          <div className="lx-page">
            {me.error ? (
              <ProblemBanner problem={me.error} onRetry={() => void me.refetch()} />
            ) : (
              <Skeleton shape="cards" />
            )}
          </div>
        )}
      </main>
    </>
  )
}
