import { Outlet } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { SignInFirst } from '../../app/sign-in-first.tsx'
import { holderOf } from '../../data/holder.ts'
import { useLive } from '../../data/live.ts'
import { useMe } from '../../data/me.ts'
import { DeskHeader } from './desk-header.tsx'
import { DeskTheme } from './desk-theme.tsx'
import { Problem } from './problem.tsx'
import './desk.css'
import './desk-narrow.css'

// A help, and no reason to end the page where it does not arrive.
const CodesKeeper = lazy(() =>
  import('../../features/whistle/codes-keeper.tsx').catch(() => ({ default: () => null })),
)

/** Keeps the lists and the open matter true while anybody is at the desk. */
const Live = () => {
  useLive()
  return null
}

/** The desk asks who is there first: without a signed-in person there is nothing to show. */
export const DeskFrame = () => {
  const me = useMe()
  const who = holderOf(me.data)
  if (me.data && me.data.kind !== 'account') return <SignInFirst />
  return (
    <DeskTheme>
      <div className="desk">
        {me.data ? (
          <>
            {me.data.can.includes('live.follow') && <Live />}
            <DeskHeader me={me.data} />
            {who && me.data.can.includes('case.attest') && (
              <Suspense>
                <CodesKeeper who={who} />
              </Suspense>
            )}
            <Suspense>
              <Outlet />
            </Suspense>
          </>
        ) : (
          <main id="main" tabIndex={-1} className="desk-blank">
            {me.error ? (
              <Problem error={me.error} again={() => void me.refetch()} />
            ) : (
              <Skeleton active title={false} paragraph={{ rows: 8 }} />
            )}
          </main>
        )}
      </div>
    </DeskTheme>
  )
}
