import type { Me } from '@lianxin/contract/account/account-routes'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { SignInFirst } from '../../app/sign-in-first.tsx'
import { holderOf } from '../../data/holder.ts'
import { type LiveState, useLive } from '../../data/live.ts'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './field.css'
import { ConnectionChip } from './connection-chip.tsx'

// A help, and no reason to end the page where it does not arrive.
const CodesKeeper = lazy(() =>
  import('../../features/whistle/codes-keeper.tsx').catch(() => ({ default: () => null })),
)

/** Everything below is for a signed-in person; live events keep the list true while it is on the screen. */
const SignedIn = ({ me }: { readonly me: Me }) => {
  const { pathname } = useLocation()
  const who = me.can.includes('case.attest') ? holderOf(me) : undefined
  const [live, setLive] = useState<LiveState>('connecting')
  useLive(setLive)
  // The page of a matter is what is needed most where there is no network; a part that is missing then would end the page.
  useEffect(() => void import('./case-screen.tsx').catch(() => undefined), [])
  return (
    <>
      <ConnectionChip live={live} />
      {who && (
        <Suspense fallback={null}>
          <CodesKeeper
            who={who}
            cutOff={live === 'waiting'}
            open={pathname === '/field'}
            except={pathname.split('/')[3]}
          />
        </Suspense>
      )}
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
  if (me.data && me.data.kind !== 'account') return <SignInFirst />
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
          <SignedIn me={me.data} />
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
