import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'

const residentFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'resident',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'ResidentFrame'),
  staticData: { face: 'resident' },
})

const home = createRoute({
  getParentRoute: () => residentFace,
  path: '/',
  component: lazyRouteComponent(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'shell:title.resident' },
})

export const residentRoutes = residentFace.addChildren([home])
