import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'

const deskFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'DeskFrame'),
  staticData: { face: 'desk' },
})

const home = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk',
  component: lazyRouteComponent(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'shell:title.desk' },
})

export const deskRoutes = deskFace.addChildren([home])
