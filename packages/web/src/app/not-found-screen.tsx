import { Link } from '@tanstack/react-router'
import { useWords } from '../messages/words.ts'
import { buttonDress } from '../ui/button.tsx'
import { useScreenTitle } from '../ui/screen-title.ts'
import { FrontFrame } from './front-frame.tsx'

/** For a missing thing inside a face, whose header stays. */
export const NotFoundWords = () => {
  const t = useWords('shell')
  useScreenTitle(t('notFound.heading'))
  return (
    <div className="lx-page">
      <h1>{t('notFound.heading')}</h1>
      <p className="lx-lead">{t('notFound.safe')}</p>
      <p>{t('notFound.next')}</p>
      <div className="lx-row">
        <Link to="/" {...buttonDress('primary')}>
          {t('notFound.home')}
        </Link>
      </div>
    </div>
  )
}

export const NotFoundScreen = () => (
  <FrontFrame>
    <NotFoundWords />
  </FrontFrame>
)
