import { createRoute } from '@tanstack/react-router'
import { lazyScreen } from '../../app/lazy-screen.ts'
import { rootRoute } from '../../app/root-route.tsx'

const commandFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'command',
  component: lazyScreen(() => import('./frame.tsx'), 'CommandFrame'),
  staticData: { face: 'command' },
})

/** The wall stays as it is while one looks deeper: the place is in the address, so that a wall can be bookmarked. */
const own = createRoute({
  getParentRoute: () => commandFace,
  path: '/command',
  staticData: { title: 'command:title' },
})
const place = createRoute({
  getParentRoute: () => commandFace,
  path: '/command/$place',
  staticData: { title: 'command:title' },
})

export const commandRoutes = commandFace.addChildren([own, place])
