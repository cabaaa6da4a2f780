import { createRoute } from '@tanstack/react-router'
import { lazyScreen } from '../../app/lazy-screen.ts'
import { rootRoute } from '../../app/root-route.tsx'

/** Anybody who tries the demonstration reads here what would have gone to the phones; it does not load the desk. */
export const demoRoutes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/demo/messages',
  component: lazyScreen(() => import('./messages-screen.tsx'), 'MessagesScreen'),
  staticData: { title: 'message:title' },
})
