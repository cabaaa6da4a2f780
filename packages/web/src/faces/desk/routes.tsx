import { createRoute } from '@tanstack/react-router'
import { lazyScreen } from '../../app/lazy-screen.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { readFilter } from '../../features/case/case-filter.ts'
import { readGateShow } from '../../features/gate/gate-show.ts'
import { readEvaluationSearch } from '../../features/rating/evaluation-search.ts'
import type { deskScreens } from './screens.ts'

/** The list of the desk's screens comes with the first of them: phones that never open the desk do without it. */
const screen = (name: keyof typeof deskScreens) =>
  lazyScreen(async () => {
    const { deskScreens } = await import('./screens.ts')
    return { default: await deskScreens[name]() }
  })

const deskFace = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: screen('DeskFrame'),
  staticData: { face: 'desk' },
})

/** The list stays where it is while matters are opened beside it; what it shows is in the address. */
const inbox = createRoute({
  getParentRoute: () => deskFace,
  id: 'inbox',
  validateSearch: readFilter,
  component: screen('InboxScreen'),
})

const home = createRoute({
  getParentRoute: () => inbox,
  path: '/desk',
  component: screen('OverviewPane'),
  staticData: { title: 'shell:title.desk' },
})

const matter = createRoute({
  getParentRoute: () => inbox,
  path: '/desk/case/$id',
  component: screen('CasePane'),
  staticData: { title: 'desk:title.case' },
})

const alerts = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/alerts',
  component: screen('AlertsScreen'),
  staticData: { title: 'desk:title.alerts' },
})

const posts = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/posts',
  component: screen('PostsScreen'),
  staticData: { title: 'post:heading' },
})

const ledger = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/ledger',
  component: screen('LedgerScreen'),
  staticData: { title: 'desk:title.ledger' },
})

const evaluation = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/evaluation',
  validateSearch: readEvaluationSearch,
  component: screen('EvaluationScreen'),
  staticData: { title: 'desk:title.evaluation' },
})

const unit = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/evaluation/$id',
  component: screen('UnitScreen'),
  staticData: { title: 'desk:title.unit' },
})

const rateUp = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/rate',
  component: screen('RateUpScreen'),
  staticData: { title: 'desk:title.rateUp' },
})

const whistles = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/whistles',
  component: screen('WhistlesScreen'),
  staticData: { title: 'whistle-desk:heading' },
})

const settings = createRoute({
  getParentRoute: () => deskFace,
  id: 'settings',
  component: screen('SettingsFrame'),
})

const settingList = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings',
  component: screen('OverviewScreen'),
  staticData: { title: 'setting:heading' },
})

const settingOne = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings/$name',
  component: screen('RuleScreen'),
  staticData: { title: 'setting:heading' },
})

const items = createRoute({
  getParentRoute: () => settings,
  path: '/desk/settings/items',
  component: screen('ItemsScreen'),
  staticData: { title: 'setting:items.heading' },
})

const echoList = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/echo',
  component: screen('EchoListScreen'),
  staticData: { title: 'desk:title.echo' },
})

const echoPublish = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/echo/$id',
  component: screen('PublishScreen'),
  staticData: { title: 'desk:title.echo' },
})

const gateList = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate',
  component: screen('GateListScreen'),
  staticData: { title: 'gate:title.list' },
})

const gateNew = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/new',
  component: screen('NewDemandScreen'),
  staticData: { title: 'gate:title.new' },
})

const gateDuties = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/duties',
  component: screen('DutiesDeskScreen'),
  staticData: { title: 'gate:title.duties' },
})

const gateView = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/$id',
  validateSearch: readGateShow,
  component: screen('GateScreen'),
  staticData: { title: 'gate:title.view' },
})

const gateForm = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/gate/$id/form',
  component: screen('FormScreen'),
  staticData: { title: 'gate:title.form' },
})

const routing = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/routing',
  component: screen('RoutingScreen'),
  staticData: { title: 'routing:heading' },
})

const reliability = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/routing/reliability',
  component: screen('ReliabilityScreen'),
  staticData: { title: 'routing:reliability.heading' },
})

const newMatter = createRoute({
  getParentRoute: () => deskFace,
  path: '/desk/new',
  validateSearch: ({ from, admission }: Record<string, unknown>): { from?: string; admission?: string } => ({
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof admission === 'string' ? { admission } : {}),
  }),
  component: screen('NewScreen'),
  staticData: { title: 'desk:title.new' },
})

export const deskRoutes = deskFace.addChildren([
  inbox.addChildren([home, matter]),
  newMatter,
  alerts,
  posts,
  ledger,
  evaluation,
  unit,
  rateUp,
  whistles,
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
