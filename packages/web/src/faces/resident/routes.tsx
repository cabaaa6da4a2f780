import type { Receipt } from '@lianxin/contract/case/case-commands'
import { createRoute } from '@tanstack/react-router'
import { lazyScreen } from '../../app/lazy-screen.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { readDeliberationSearch } from '../../features/deliberation/deliberation-search.ts'
import { readWallSearch } from '../../features/echo/wall-search.ts'
import { readEvaluationSearch } from '../../features/rating/evaluation-search.ts'

const residentFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'resident',
  component: lazyScreen(() => import('./frame.tsx'), 'ResidentFrame'),
  staticData: { face: 'resident' },
})

const home = createRoute({
  getParentRoute: () => residentFace,
  path: '/',
  component: lazyScreen(() => import('./home-screen.tsx'), 'HomeScreen'),
  staticData: { title: 'resident:title.home' },
})

/** The page and the place picker are two features: they arrive side by side, and only here are they put together. */
const ReportScreen = lazyScreen(() => import('../../features/report/report-screen.tsx'), 'ReportScreen')
const PlacePicker = lazyScreen(() => import('../../features/place-picker/place-picker.tsx'), 'PlacePicker')
const AlreadyRaised = lazyScreen(() => import('../../features/echo/already-raised.tsx'), 'AlreadyRaised')
const ReportPage = () => <ReportScreen PlaceField={PlacePicker} Already={AlreadyRaised} />

const report = createRoute({
  getParentRoute: () => residentFace,
  path: '/report',
  loader: () => Promise.all([ReportScreen.preload?.(), PlacePicker.preload?.()]).then(() => null),
  component: ReportPage,
  staticData: { title: 'resident:title.report' },
})

const receipt = createRoute({
  getParentRoute: () => residentFace,
  path: '/report/receipt',
  component: lazyScreen(() => import('../../features/report/receipt-screen.tsx'), 'ReceiptScreen'),
  staticData: { title: 'resident:title.receipt' },
})

const follow = createRoute({
  getParentRoute: () => residentFace,
  path: '/follow',
  component: lazyScreen(() => import('../../features/follow/enter-screen.tsx'), 'EnterScreen'),
  staticData: { title: 'resident:title.follow' },
})

/** The matter and the say over the echo wall are two features; here they are put together. */
const CaseScreen = lazyScreen(() => import('../../features/follow/case-screen.tsx'), 'CaseScreen')
const ConsentCard = lazyScreen(() => import('../../features/echo/consent-card.tsx'), 'ConsentCard')
const keep = async (commandId: string, receipt: Receipt) => {
  const { keepReceipt } = await import('../../features/report/receipt-store.ts')
  keepReceipt({ commandId, receipt, earlier: false })
}
const CasePage = () => <CaseScreen Consent={ConsentCard} keepReceipt={keep} />

const followCase = createRoute({
  getParentRoute: () => residentFace,
  path: '/follow/case',
  component: CasePage,
  staticData: { title: 'resident:title.case' },
})

const wall = createRoute({
  getParentRoute: () => residentFace,
  path: '/echo',
  validateSearch: readWallSearch,
  component: lazyScreen(() => import('../../features/echo/wall-screen.tsx'), 'WallScreen'),
  staticData: { title: 'resident:title.echo' },
})

const echoEntry = createRoute({
  getParentRoute: () => residentFace,
  path: '/echo/$id',
  component: lazyScreen(() => import('../../features/echo/entry-screen.tsx'), 'EntryScreen'),
  staticData: { title: 'resident:title.echo' },
})

const meToo = createRoute({
  getParentRoute: () => residentFace,
  path: '/echo/me-too',
  component: lazyScreen(() => import('../../features/echo/me-too-screen.tsx'), 'MeTooScreen'),
  staticData: { title: 'resident:title.meToo' },
})

const GridScreen = lazyScreen(() => import('../../features/grid/grid-screen.tsx'), 'GridScreen')

const grid = createRoute({
  getParentRoute: () => residentFace,
  path: '/grid',
  validateSearch: ({ code }: Record<string, unknown>): { code?: string } =>
    typeof code === 'string' && /^\d{15}$/.test(code) ? { code } : {},
  component: () => <GridScreen PlaceField={PlacePicker} />,
  staticData: { title: 'grid:title.grid' },
})

const burden = createRoute({
  getParentRoute: () => residentFace,
  path: '/burden',
  component: lazyScreen(() => import('../../features/gate/burden-screen.tsx'), 'BurdenScreen'),
  staticData: { title: 'burden:title.burden' },
})

const duties = createRoute({
  getParentRoute: () => residentFace,
  path: '/duties',
  component: lazyScreen(() => import('../../features/gate/duties-screen.tsx'), 'DutiesScreen'),
  staticData: { title: 'burden:title.duties' },
})

const evaluation = createRoute({
  getParentRoute: () => residentFace,
  path: '/evaluation',
  validateSearch: readEvaluationSearch,
  component: lazyScreen(() => import('../../features/rating/evaluation-screen.tsx'), 'EvaluationScreen'),
  staticData: { title: 'resident:title.evaluation' },
})

const unit = createRoute({
  getParentRoute: () => residentFace,
  path: '/units/$id',
  component: lazyScreen(() => import('../../features/rating/unit-page-screen.tsx'), 'UnitPageScreen'),
  staticData: { title: 'rating:unit.heading' },
})

const deliberations = createRoute({
  getParentRoute: () => residentFace,
  path: '/deliberations',
  validateSearch: readDeliberationSearch,
  component: lazyScreen(
    () => import('../../features/deliberation/list-screen.tsx'),
    'DeliberationListScreen',
  ),
  staticData: { title: 'deliberation:title.list' },
})

const DeliberationScreen = lazyScreen(
  () => import('../../features/deliberation/deliberation-screen.tsx'),
  'DeliberationScreen',
)

const deliberation = createRoute({
  getParentRoute: () => residentFace,
  path: '/deliberations/$id',
  component: () => <DeliberationScreen keepReceipt={keep} />,
  staticData: { title: 'deliberation:title.page' },
})

export const residentRoutes = residentFace.addChildren([
  home,
  report,
  receipt,
  follow,
  followCase,
  wall,
  echoEntry,
  meToo,
  grid,
  burden,
  duties,
  evaluation,
  unit,
  deliberations,
  deliberation,
])
