import { answerSignIn } from '../data/session-guard.ts'
import { useWords } from '../messages/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

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
      <SignInForm onSignedIn={() => answerSignIn(true)} />
    </Dialog>
  )
}
