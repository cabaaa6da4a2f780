import { Link, Outlet } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'

export const ResidentFrame = () => {
  const t = useWords('shell')
  return (
    <>
      <AppHeader
        home={(mark) => (
          <Link to="/" className="lx-header-home">
            {mark}
          </Link>
        )}
        title={t('title.resident')}
      />
      <main id="main" tabIndex={-1} className="lx-main">
        <Outlet />
      </main>
    </>
  )
}
