import { createRoute } from '@tanstack/react-router'
import { lazyScreen } from '../../app/lazy-screen.ts'
import { rootRoute } from '../../app/root-route.tsx'
import type { NearAbout } from '../../features/finding/finding-parts.tsx'

const fieldFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'field',
  component: lazyScreen(() => import('./frame.tsx'), 'FieldFrame'),
  staticData: { face: 'field' },
})

const today = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field',
  component: lazyScreen(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'field:title.today' },
})

const matter = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/case/$id',
  /** `move` opens the step that was pressed on the card. */
  validateSearch: ({ move }: Record<string, unknown>): { move?: string } =>
    typeof move === 'string' && /^[a-z][A-Za-z]{1,30}$/.test(move) ? { move } : {},
  component: lazyScreen(() => import('./case-screen.tsx'), 'CaseScreen'),
  staticData: { title: 'field:title.case' },
})

/** Form and place picker are two features: they arrive side by side, and only here are they put together. */
const FindingScreen = lazyScreen(() => import('./finding-screen.tsx'), 'FindingScreen')
const SpotForm = lazyScreen(() => import('../../features/finding/spot-form.tsx'), 'SpotForm')
const ReportForm = lazyScreen(() => import('../../features/finding/report-form.tsx'), 'ReportForm')
const PlacePicker = lazyScreen(() => import('../../features/place-picker/place-picker.tsx'), 'PlacePicker')

const NearMatters = lazyScreen(() => import('../../features/near/near-matters.tsx'), 'NearMatters')
const Near = (about: NearAbout) => <NearMatters {...about} to="/field/case/$id" />

const spot = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/spot',
  component: () => <FindingScreen heading="spot" Form={SpotForm} PlaceField={PlacePicker} Near={Near} />,
  staticData: { title: 'field:title.spot' },
})

const report = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/report',
  component: () => <FindingScreen heading="report" Form={ReportForm} PlaceField={PlacePicker} Near={Near} />,
  staticData: { title: 'field:title.report' },
})

const rateUp = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/rate',
  component: lazyScreen(() => import('./rate-up-screen.tsx'), 'RateUpScreen'),
  staticData: { title: 'field:title.rateUp' },
})

const whistle = createRoute({
  getParentRoute: () => fieldFace,
  path: '/field/whistle',
  component: lazyScreen(() => import('./whistle-screen.tsx'), 'WhistleScreen'),
  staticData: { title: 'field:title.whistle' },
})

export const fieldRoutes = fieldFace.addChildren([today, spot, report, matter, rateUp, whistle])
