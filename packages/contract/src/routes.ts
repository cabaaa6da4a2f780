import { accountRoutes } from './account/account-routes.ts'
import { alertRoutes } from './case/alert-routes.ts'
import { calendarRoutes } from './case/calendar-routes.ts'
import { caseRoutes } from './case/case-routes.ts'
import { handoverRoutes } from './case/handover-routes.ts'
import { objectionRoutes } from './case/objection-routes.ts'
import { catalogueRoutes } from './catalogue/catalogue-routes.ts'
import { itemKeepingRoutes } from './catalogue/item-keeping-routes.ts'
import { deliberationRoutes } from './deliberation/deliberation-routes.ts'
import { clockRoutes } from './demonstration/clock-routes.ts'
import { echoDeskRoutes } from './echo/echo-desk-routes.ts'
import { echoRoutes } from './echo/echo-routes.ts'
import { meTooRoutes } from './echo/me-too-routes.ts'
import { figureRoutes } from './figures/figure-routes.ts'
import { fileRoutes } from './file/file-routes.ts'
import { followRoutes } from './follow/follow-routes.ts'
import { burdenRoutes } from './gate/burden-routes.ts'
import { gateRoutes } from './gate/gate-routes.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import { liveRoutes } from './live/live-routes.ts'
import { messageRoutes } from './message/message-routes.ts'
import { orgRoutes } from './org/org-routes.ts'
import { postRoutes } from './org/post-routes.ts'
import { placeRoutes } from './place/place-routes.ts'
import { ratingRoutes } from './rating/rating-routes.ts'
import { upwardRoutes } from './rating/upward-routes.ts'
import type { Route } from './route.ts'
import { routingRoutes } from './routing/routing-routes.ts'
import { settingRoutes } from './setting/setting-routes.ts'
import { whistleRoutes } from './whistle/whistle-routes.ts'

/** Every operation of the API, in the order of the documentation. */
export const ROUTES: readonly Route[] = [
  placeRoutes,
  catalogueRoutes,
  fileRoutes,
  caseRoutes,
  deliberationRoutes,
  objectionRoutes,
  followRoutes,
  echoRoutes,
  meTooRoutes,
  echoDeskRoutes,
  gateRoutes,
  burdenRoutes,
  accountRoutes,
  orgRoutes,
  postRoutes,
  handoverRoutes,
  alertRoutes,
  figureRoutes,
  ratingRoutes,
  upwardRoutes,
  whistleRoutes,
  liveRoutes,
  ledgerRoutes,
  messageRoutes,
  settingRoutes,
  itemKeepingRoutes,
  routingRoutes,
  calendarRoutes,
  clockRoutes,
].flatMap((group): Route[] => Object.values(group))
