import { Link, Outlet } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'

export const DeskFrame = () => {
  const t = useWords('shell')
  return (
    <>
      <AppHeader
        home={(mark) => (
          <Link to="/desk" className="lx-header-home">
            {mark}
          </Link>
        )}
        title={t('title.desk')}
      />
      <main id="main" tabIndex={-1} className="lx-main">
        <Outlet />
      </main>
    </>
  )
}
