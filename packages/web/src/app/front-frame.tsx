import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AppHeader } from '../ui/app-header.tsx'

interface FrontFrameProps {
  readonly children: ReactNode
}

/** Header and main for the few screens that belong to no face. */
export const FrontFrame = ({ children }: FrontFrameProps) => (
  <>
    <AppHeader
      home={(mark) => (
        <Link to="/" className="lx-header-home">
          {mark}
        </Link>
      )}
    />
    <main id="main" tabIndex={-1} className="lx-main">
      {children}
    </main>
  </>
)
