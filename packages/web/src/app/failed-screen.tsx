import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { loadAnew } from '../data/newer-app.ts'
import { useWords } from '../messages/words.ts'
import { Button, buttonDress } from '../ui/button.tsx'
import { useScreenTitle } from '../ui/screen-title.ts'
import { FrontFrame } from './front-frame.tsx'
import { ScreenMissing } from './lazy-screen.ts'

/**
 * Shown inside a face when one of its screens breaks. Drafts are in local storage, so opening the screen anew loses
 * nothing that was typed.
 */
export const FailedWords = (props: ErrorComponentProps) =>
  props.error instanceof ScreenMissing ? <MissingWords /> : <BrokenWords {...props} />

/** A browser does not fetch again what once did not arrive; only the page anew does. */
const MissingWords = () => {
  const t = useWords('shell')
  const [asking, setAsking] = useState(false)
  useScreenTitle(t('missing.heading'))
  const again = async () => {
    setAsking(true)
    await loadAnew()
    setAsking(false)
  }
  return (
    <div className="lx-page" role="alert">
      <div>
        <h1>{t('missing.heading')}</h1>
        <p className="lx-lead">{t('missing.safe')}</p>
      </div>
      <div className="lx-row">
        <Button kind="primary" pending={asking} onClick={() => void again()}>
          {t('failed.again')}
        </Button>
      </div>
    </div>
  )
}

const BrokenWords = ({ reset }: ErrorComponentProps) => {
  const t = useWords('shell')
  const router = useRouter()
  useScreenTitle(t('failed.heading'))
  return (
    <div className="lx-page" role="alert">
      <div>
        <h1>{t('failed.heading')}</h1>
        <p className="lx-lead">{t('failed.safe')}</p>
      </div>
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
