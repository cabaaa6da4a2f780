import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'

const fieldFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'field',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'FieldFrame'),
  staticData: { face: 'field' },
})

const today = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field',
  component: lazyRouteComponent(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'field:title.today' },
})

const matter = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/case/$id',
  /** `move` opens the step that was pressed on the card. */
  validateSearch: ({ move }: Record<string, unknown>): { move?: string } =>
    typeof move === 'string' && /^[a-z][A-Za-z]{1,30}$/.test(move) ? { move } : {},
  component: lazyRouteComponent(() => import('./case-screen.tsx'), 'CaseScreen'),
  staticData: { title: 'field:title.case' },
})

export const fieldRoutes = fieldFace.addChildren([today, matter])
