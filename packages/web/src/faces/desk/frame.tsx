import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense } from 'react'
import { useLive } from '../../data/live.ts'
import { useMe } from '../../data/me.ts'
import { DeskHeader } from './desk-header.tsx'
import { DeskTheme } from './desk-theme.tsx'
import { Problem } from './problem.tsx'
import './desk.css'
import './desk-narrow.css'

/** Keeps the lists and the open matter true while anybody is at the desk. */
const Live = () => {
  useLive()
  return null
}

/** The desk asks who is there first: without a signed-in person there is nothing to show. */
export const DeskFrame = () => {
  const me = useMe()
  const { href } = useLocation()
  if (me.data && me.data.kind !== 'account') return <Navigate to="/sign-in" search={{ next: href }} replace />
  return (
    <DeskTheme>
      <div className="desk">
        {me.data ? (
          <>
            {me.data.can.includes('live.follow') && <Live />}
            <DeskHeader me={me.data} />
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
