import { useEffect } from 'react'
import { answerSignIn } from '../data/session-guard.ts'
import { type SignedIn, signedInElsewhere } from '../data/sign-in.ts'
import { useWords } from '../messages/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { homeOf } from './home-of.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Nobody else's half-done work is sent in one's own name: another person starts on a page of their own. */
const goOn = ({ me, same }: SignedIn) => {
  answerSignIn(same)
  if (!same) window.location.assign(homeOf(me))
}

const LOOK_MS = 60_000

/** Who signs in at another window of this browser has answered here too: at once when they come back, on a wall within a minute. */
const useSignedInElsewhere = (): void => {
  useEffect(() => {
    let open = true
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const found = await signedInElsewhere()
      if (open && found) goOn(found)
    }
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      open = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [])
}

/** Lies over the screen when a session has ended; the form behind it keeps every word. */
export const SignInAgain = () => {
  const t = useWords('sign-in')
  useSignedInElsewhere()
  const leave = () => answerSignIn(false)
  return (
    <Dialog
      title={t('againHeading')}
      open
      onClose={leave}
      actions={
        <Button kind="quiet" onClick={leave}>
          {t('againLater')}
        </Button>
      }
    >
      <p>{t('againSafe')}</p>
      <SignInForm onSignedIn={goOn} />
    </Dialog>
  )
}
