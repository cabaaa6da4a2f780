import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isAskingToSignIn, onAskingToSignIn } from '../data/session-guard.ts'
import { useWords } from '../messages/words.ts'
import { NavigationVoice } from './navigation-voice.tsx'
import { OfflineNote } from './offline-note.tsx'

const SignInAgain = lazy(() =>
  import('./sign-in-again.tsx').then(({ SignInAgain }) => ({ default: SignInAgain })),
)

const StandingNotes = lazy(() =>
  import('./standing-notes.tsx').then(({ StandingNotes }) => ({ default: StandingNotes })),
)

/**
 * The thinnest frame: a way past the header, the announcements, the screen, and the dialog for a session that ended.
 * Each face brings its own header and <main id="main">.
 */
export const Shell = () => {
  const t = useWords('shell')
  const asking = useSyncExternalStore(onAskingToSignIn, isAskingToSignIn)
  return (
    <>
      <a className="lx-skip" href="#main">
        {t('skipToContent')}
      </a>
      <NavigationVoice />
      <OfflineNote />
      <Suspense>
        <StandingNotes />
      </Suspense>
      <Outlet />
      {asking && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </>
  )
}
