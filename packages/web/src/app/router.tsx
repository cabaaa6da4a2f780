import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { commandRoutes } from '../faces/command/routes.tsx'
import { demoRoutes } from '../faces/desk/demo-routes.tsx'
import { deskRoutes } from '../faces/desk/routes.tsx'
import { fieldRoutes } from '../faces/field/routes.tsx'
import { residentRoutes } from '../faces/resident/routes.tsx'
import { FailedWords } from './failed-screen.tsx'
import { NotFoundWords } from './not-found-screen.tsx'
import { rootRoute } from './root-route.tsx'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' ? { next: search['next'] } : {},
  component: lazyRouteComponent(() => import('./sign-in-screen.tsx'), 'SignInScreen'),
  staticData: { title: 'sign-in:title' },
})

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./design/design-screen.tsx'), 'DesignScreen'),
  staticData: { title: 'design:title' },
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    residentRoutes,
    fieldRoutes,
    deskRoutes,
    commandRoutes,
    demoRoutes,
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
