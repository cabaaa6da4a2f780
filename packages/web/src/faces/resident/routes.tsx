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
  staticData: { title: 'resident:title.home' },
})

/** The page and the place picker are two features: they arrive side by side, and only here are they put together. */
const ReportScreen = lazyRouteComponent(
  () => import('../../features/report/report-screen.tsx'),
  'ReportScreen',
)
const PlacePicker = lazyRouteComponent(
  () => import('../../features/place-picker/place-picker.tsx'),
  'PlacePicker',
)
const ReportPage = () => <ReportScreen PlaceField={PlacePicker} />

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
  component: lazyRouteComponent(() => import('../../features/report/receipt-screen.tsx'), 'ReceiptScreen'),
  staticData: { title: 'resident:title.receipt' },
})

const follow = createRoute({
  getParentRoute: () => residentFace,
  path: '/follow',
  component: lazyRouteComponent(() => import('../../features/follow/enter-screen.tsx'), 'EnterScreen'),
  staticData: { title: 'resident:title.follow' },
})

const followCase = createRoute({
  getParentRoute: () => residentFace,
  path: '/follow/case',
  component: lazyRouteComponent(() => import('../../features/follow/case-screen.tsx'), 'CaseScreen'),
  staticData: { title: 'resident:title.case' },
})

export const residentRoutes = residentFace.addChildren([home, report, receipt, follow, followCase])
