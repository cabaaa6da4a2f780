import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'

const fieldFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'field',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'FieldFrame'),
  staticData: { face: 'field' },
})

const home = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field',
  component: lazyRouteComponent(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'shell:title.field' },
})

export const fieldRoutes = fieldFace.addChildren([home])
