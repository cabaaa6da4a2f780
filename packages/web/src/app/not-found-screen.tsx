import { Link } from '@tanstack/react-router'
import { useWords } from '../messages/words.ts'

export const NotFoundScreen = () => {
  const t = useWords('shell')
  return (
    <main id="main" tabIndex={-1} className="lx-main">
      <div className="lx-page">
        <h1>{t('notFound.heading')}</h1>
        <p className="lx-lead">{t('notFound.safe')}</p>
        <p>{t('notFound.next')}</p>
        <p>
          <Link to="/">{t('notFound.home')}</Link>
        </p>
      </div>
    </main>
  )
}
