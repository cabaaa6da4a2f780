import type { ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '../messages/words.ts'

/** Shown when a screen breaks. Drafts are in local storage, so reloading loses nothing that was typed. */
export const FailedScreen = ({ reset }: ErrorComponentProps) => {
  const t = useWords('shell')
  return (
    <main id="main" tabIndex={-1} className="lx-main">
      <div className="lx-page" role="alert">
        <h1>{t('failed.heading')}</h1>
        <p className="lx-lead">{t('failed.safe')}</p>
        <div className="lx-row">
          <button type="button" className="lx-button" data-kind="primary" onClick={reset}>
            {t('failed.again')}
          </button>
          <a href="/">{t('failed.home')}</a>
        </div>
      </div>
    </main>
  )
}
