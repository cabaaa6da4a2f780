import { createRootRoute } from '@tanstack/react-router'
import { FailedScreen } from './failed-screen.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { Shell } from './shell.tsx'

export type Face = 'resident' | 'field' | 'desk' | 'command'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The document's title as `namespace:key`; the deepest route that has one wins. */
    title?: string
    /** Sets the size of text for the kind of work (tokens.css). */
    face?: Face
  }
}

/** Every face hangs its tree on this route; the shell around it holds no words of any one face. */
export const rootRoute = createRootRoute({
  component: Shell,
  errorComponent: FailedScreen,
  notFoundComponent: NotFoundScreen,
  staticData: { title: 'shell:title.home', face: 'resident' },
})
