import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'
import { readFilter } from '../../features/case/case-filter.ts'
import { readGateShow } from '../../features/gate/gate-show.ts'
import { readEvaluationSearch } from '../../features/rating/evaluation-search.ts'

const deskFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'DeskFrame'),
  staticData: { face: 'desk' },
})

/** The list stays where it is while matters are opened beside it; what it shows is in the address. */
const inbox = createRoute({
  getParentRoute: () => deskFace,
  id: 'inbox',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen'),
})

const home = createRoute({
  getParentRoute: () => inbox,
  path: '/desk',
  component: lazyRouteComponent(() => import('./inbox/overview-pane.tsx'), 'OverviewPane'),
  staticData: { title: 'shell:title.desk' },
})

const matter = createRoute({
  getParentRoute: () => inbox,
  path: '/desk/case/$id',
  component: lazyRouteComponent(() => import('./case/case-pane.tsx'), 'CasePane'),
  staticData: { title: 'desk:title.case' },
})

const alerts = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/alerts',
  component: lazyRouteComponent(() => import('./alerts-screen.tsx'), 'AlertsScreen'),
  staticData: { title: 'desk:title.alerts' },
})

const ledger = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/ledger',
  component: lazyRouteComponent(() => import('./ledger-screen.tsx'), 'LedgerScreen'),
  staticData: { title: 'desk:title.ledger' },
})

const evaluation = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/evaluation',
  validateSearch: readEvaluationSearch,
  component: lazyRouteComponent(() => import('./evaluation-screen.tsx'), 'EvaluationScreen'),
  staticData: { title: 'desk:title.evaluation' },
})

const settings = createRoute({
  getParentRoute: () => deskFace,
  id: 'settings',
  component: lazyRouteComponent(() => import('./settings/settings-frame.tsx'), 'SettingsFrame'),
})

const settingList = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings',
  component: lazyRouteComponent(() => import('./settings/overview-screen.tsx'), 'OverviewScreen'),
  staticData: { title: 'setting:heading' },
})

const settingOne = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings/$name',
  component: lazyRouteComponent(() => import('./settings/rule-screen.tsx'), 'RuleScreen'),
  staticData: { title: 'setting:heading' },
})

const items = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings/items',
  component: lazyRouteComponent(() => import('./settings/items-screen.tsx'), 'ItemsScreen'),
  staticData: { title: 'setting:items.heading' },
})

const echoList = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/echo',
  component: lazyRouteComponent(() => import('./echo/echo-list-screen.tsx'), 'EchoListScreen'),
  staticData: { title: 'desk:title.echo' },
})

const echoPublish = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/echo/$id',
  component: lazyRouteComponent(() => import('./echo/publish-screen.tsx'), 'PublishScreen'),
  staticData: { title: 'desk:title.echo' },
})

const gateList = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate',
  component: lazyRouteComponent(() => import('./gate/gate-list-screen.tsx'), 'GateListScreen'),
  staticData: { title: 'gate:title.list' },
})

const gateNew = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/new',
  component: lazyRouteComponent(() => import('./gate/ask-screen.tsx'), 'NewDemandScreen'),
  staticData: { title: 'gate:title.new' },
})

const gateDuties = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/duties',
  component: lazyRouteComponent(() => import('./gate/duties-desk-screen.tsx'), 'DutiesDeskScreen'),
  staticData: { title: 'gate:title.duties' },
})

const gateView = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/$id',
  validateSearch: readGateShow,
  component: lazyRouteComponent(() => import('./gate/gate-screen.tsx'), 'GateScreen'),
  staticData: { title: 'gate:title.view' },
})

const gateForm = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/$id/form',
  component: lazyRouteComponent(() => import('./gate/form-screen.tsx'), 'FormScreen'),
  staticData: { title: 'gate:title.form' },
})

const routing = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/routing',
  component: lazyRouteComponent(() => import('./routing/routing-screen.tsx'), 'RoutingScreen'),
  staticData: { title: 'routing:heading' },
})

const reliability = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/routing/reliability',
  component: lazyRouteComponent(() => import('./routing/reliability-screen.tsx'), 'ReliabilityScreen'),
  staticData: { title: 'routing:reliability.heading' },
})

const newMatter = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/new',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === 'string' ? { from } : {},
  component: lazyRouteComponent(() => import('./new/new-screen.tsx'), 'NewScreen'),
  staticData: { title: 'desk:title.new' },
})

export const deskRoutes = deskFace.addChildren([
  inbox.addChildren([home, matter]),
  newMatter,
  alerts,
  ledger,
  evaluation,
  settings.addChildren([settingList, settingOne, items]),
  echoList,
  echoPublish,
  gateList,
  gateNew,
  gateDuties,
  gateView,
  gateForm,
  routing,
  reliability,
])
