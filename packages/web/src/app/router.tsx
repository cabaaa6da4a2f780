import { createRoute, createRouter } from '@tanstack/react-router'
import { resumePost } from '../data/kept-codes.ts'
import { commandRoutes } from '../faces/command/routes.tsx'
import { demoRoutes } from '../faces/desk/demo-routes.tsx'
import { deskRoutes } from '../faces/desk/routes.tsx'
import { fieldRoutes } from '../faces/field/routes.tsx'
import { residentRoutes } from '../faces/resident/routes.tsx'
import { FailedWords } from './failed-screen.tsx'
import { lazyScreen } from './lazy-screen.ts'
import { NotFoundWords } from './not-found-screen.tsx'
import { rootRoute } from './root-route.tsx'

/** Where somebody wanted to go. */
const nextIn = (search: Record<string, unknown>): { next?: string } =>
  typeof search['next'] === 'string' ? { next: search['next'] } : {}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: nextIn,
  component: lazyScreen(() => import('./sign-in-screen.tsx'), 'SignInScreen'),
  staticData: { title: 'sign-in:title' },
})

const codesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/codes',
  validateSearch: nextIn,
  beforeLoad: resumePost,
  component: lazyScreen(() => import('./codes-screen.tsx'), 'CodesScreen'),
  staticData: { title: 'codes:title', face: 'field' },
})

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyScreen(() => import('./design/design-screen.tsx'), 'DesignScreen'),
  staticData: { title: 'design:title' },
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    residentRoutes,
    fieldRoutes,
    deskRoutes,
    commandRoutes,
    demoRoutes,
    codesRoute,
    signInRoute,
    designRoute,
  ]),
  defaultErrorComponent: FailedWords,
  defaultNotFoundComponent: NotFoundWords,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
