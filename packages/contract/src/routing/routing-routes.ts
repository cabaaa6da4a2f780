import Type from 'typebox'
import { route } from '../route.ts'
import { At, Nullable, OneOf, Version } from '../schema.ts'
import { MOST_SHEET_BYTES, RuleSheet, RuleSheetReport } from '../sheet/sheet-report.ts'
import { RoutingRules } from './routing-rule.ts'
import {
  Reliability,
  RoutingAlertRow,
  RoutingOverview,
  RoutingVersion,
  SimulationReport,
} from './routing-views.ts'

const closed = { additionalProperties: false } as const
const Seen = Type.Integer({ minimum: 0 })
/** Left out: the last whole month. */
const Period = { from: Type.Optional(At), to: Type.Optional(At) }

export const routingRoutes = {
  overview: route({
    id: 'routing.overview',
    method: 'GET',
    path: '/api/routing',
    summary:
      'Who gets which matter: the rules in force, those planned, the draft, and what is wrong with them',
    permit: 'routing.view',
    response: RoutingOverview,
  }),
  history: route({
    id: 'routing.history',
    method: 'GET',
    path: '/api/routing/history',
    summary: 'Every version of the routing rules, newest first',
    permit: 'routing.view',
    response: Type.Array(RoutingVersion),
  }),
  alerts: route({
    id: 'routing.alerts',
    method: 'GET',
    path: '/api/routing/alerts',
    summary: 'Rules in force that name a unit that ended, a unit where nobody is, or that are never reached',
    permit: 'routing.change',
    response: Type.Array(RoutingAlertRow),
  }),
  simulation: route({
    id: 'routing.simulation',
    method: 'GET',
    path: '/api/routing/simulation',
    summary: 'The draft held against the matters of a time: which would go elsewhere; changes nothing',
    permit: 'routing.change',
    query: Type.Object(Period, closed),
    response: SimulationReport,
  }),
  reliability: route({
    id: 'routing.reliability',
    method: 'GET',
    path: '/api/routing/reliability',
    summary: 'How often suggested items are right, by the confidence that they claimed',
    permit: 'routing.view',
    response: Reliability,
  }),
  exportSheet: route({
    id: 'routing.exportSheet',
    method: 'GET',
    path: '/api/routing/rules.csv',
    summary: 'The routing rules in force, or those planned, as a spreadsheet (CSV that Excel opens)',
    permit: 'routing.view',
    query: Type.Object({ which: Type.Optional(OneOf(['present', 'planned'] as const)) }, closed),
    media: 'text/csv',
    response: Type.String(),
  }),
  checkSheet: route({
    id: 'routing.checkSheet',
    method: 'POST',
    path: '/api/routing/sheet/check',
    summary:
      'What each row of a spreadsheet of routing rules says, and the rules for a draft; changes nothing',
    permit: 'routing.change',
    body: RuleSheet,
    mostBytes: MOST_SHEET_BYTES,
    response: RuleSheetReport,
  }),
  save: route({
    id: 'routing.save',
    method: 'POST',
    path: '/api/routing/draft',
    summary: 'Save the draft of the routing rules; nothing is in force by that',
    permit: 'routing.change',
    command: true,
    body: Type.Object({ seenVersion: Seen, rules: RoutingRules }, closed),
    response: Type.Object({ version: Version }),
  }),
  simulate: route({
    id: 'routing.simulate',
    method: 'POST',
    path: '/api/routing/draft/simulate',
    summary: 'Note that the draft was held against the matters of a time, with what came of it',
    permit: 'routing.change',
    command: true,
    body: Type.Object({ seenVersion: Version, ...Period }, closed),
    response: Type.Object({ version: Version }),
  }),
  enforce: route({
    id: 'routing.enforce',
    method: 'POST',
    path: '/api/routing/draft/enforce',
    summary: 'Put the draft into force from a moment on; it must have been simulated as it stands',
    permit: 'routing.change',
    command: true,
    /** `effectiveFrom` null: at the next full minute. */
    body: Type.Object({ seenVersion: Version, effectiveFrom: Nullable(At) }, closed),
    response: Type.Object({ version: Version, effectiveFrom: At }),
  }),
} as const
