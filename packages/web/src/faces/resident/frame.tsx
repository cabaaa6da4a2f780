import { Link, Outlet } from '@tanstack/react-router'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'
import './frame.css'

/** Header, the screen, and a footer that tells how the site can be used; a demonstration says that it is one. */
export const ResidentFrame = () => {
  const t = useWords('resident')
  const config = useConfig()
  return (
    <>
      {config.data?.mode === 'demo' && (
        <aside className="lx-demo" aria-label={t('demo.label')}>
          <p>
            <strong>{t('demo.label')}</strong> {t('demo.banner')}{' '}
            <Link to="/demo/messages">{t('demo.messages')}</Link>
          </p>
        </aside>
      )}
      <AppHeader
        home={(mark) => (
          <Link to="/" className="lx-header-home">
            {mark}
          </Link>
        )}
      />
      <main id="main" tabIndex={-1} className="lx-main">
        <Outlet />
      </main>
      <footer className="lx-foot">
        <div>
          <details>
            <summary>{t('footer.accessibility')}</summary>
            <p>{t('footer.accessibilityMore')}</p>
          </details>
          <Link to="/burden">{t('footer.burden')}</Link>
          <Link to="/duties">{t('footer.duties')}</Link>
          <Link to="/evaluation">{t('footer.evaluation')}</Link>
          <Link to="/sign-in">{t('footer.staff')}</Link>
        </div>
      </footer>
    </>
  )
}
