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

const report = createRoute({
  getParentRoute: () => residentFace,
  path: '/report',
  component: lazyRouteComponent(() => import('./report-screen.tsx'), 'ReportScreen'),
  staticData: { title: 'resident:title.report' },
})

const receipt = createRoute({
  getParentRoute: () => residentFace,
  path: '/report/receipt',
  component: lazyRouteComponent(() => import('./receipt-screen.tsx'), 'ReceiptScreen'),
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
