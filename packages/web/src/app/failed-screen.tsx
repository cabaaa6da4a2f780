import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useWords } from '../messages/words.ts'
import { Button, buttonDress } from '../ui/button.tsx'
import { useScreenTitle } from '../ui/screen-title.ts'
import { FrontFrame } from './front-frame.tsx'

/**
 * Shown inside a face when one of its screens breaks. Drafts are in local storage, so opening the screen anew loses
 * nothing that was typed.
 */
export const FailedWords = ({ reset }: ErrorComponentProps) => {
  const t = useWords('shell')
  const router = useRouter()
  useScreenTitle(t('failed.heading'))
  return (
    <div className="lx-page" role="alert">
      <h1>{t('failed.heading')}</h1>
      <p className="lx-lead">{t('failed.safe')}</p>
      <div className="lx-row">
        <Button
          kind="primary"
          onClick={() => {
            reset()
            void router.invalidate()
          }}
        >
          {t('failed.again')}
        </Button>
        <a href="/" {...buttonDress('quiet')}>
          {t('failed.home')}
        </a>
      </div>
    </div>
  )
}

export const FailedScreen = (props: ErrorComponentProps) => (
  <FrontFrame>
    <FailedWords {...props} />
  </FrontFrame>
)
