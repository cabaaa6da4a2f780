import { answerSignIn } from '../data/session-guard.ts'
import type { SignedIn } from '../data/sign-in.ts'
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

/** Lies over the screen when a session has ended; the form behind it keeps every word. */
export const SignInAgain = () => {
  const t = useWords('sign-in')
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
