import Type from 'typebox'
import { route } from '../route.ts'
import { At, CodeWord, Id, Nullable, OneOf, Version, Words } from '../schema.ts'
import { GateDraft } from './gate-draft.ts'
import { GROUNDS } from './gate-events.ts'
import {
  FormAnswers,
  FormAnswersView,
  FormToFill,
  GateEstimate,
  GateExtract,
  GatePage,
  GateView,
} from './gate-views.ts'

const closed = { additionalProperties: false } as const
const ById = Type.Object({ id: Id })
const Changed = Type.Object({ requestId: Id, version: Version })
const Codes = Type.String({ pattern: '^[A-Za-z0-9._-]+(,[A-Za-z0-9._-]+){0,59}$' })
export const REASON_MOST = 1000

/** What departments ask, what the gatekeeper decides and what communities answer. */
export const gateRoutes = {
  list: route({
    id: 'gate.list',
    method: 'GET',
    path: '/api/gate/requests',
    summary:
      'Gate requests within reach: one’s own, those to decide, those that one’s community is asked, or those not decided in time',
    permit: 'gate.view',
    query: Type.Object(
      {
        box: OneOf(['todo', 'open', 'closed', 'overdue'] as const),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
      },
      closed,
    ),
    response: GatePage,
  }),
  view: route({
    id: 'gate.view',
    method: 'GET',
    path: '/api/gate/requests/:id',
    summary: 'One gate request: what is asked, what of it is held already, what it costs, who said what',
    permit: 'gate.view',
    params: ById,
    response: GateView,
  }),
  estimate: route({
    id: 'gate.estimate',
    method: 'POST',
    path: '/api/gate/estimate',
    summary: 'What a demand would cost and which of its fields are held already, before it is asked',
    permit: 'gate.ask',
    ratePerMinute: 240,
    body: Type.Object({ requestId: Nullable(Id), draft: GateDraft }, closed),
    response: GateEstimate,
  }),
  extract: route({
    id: 'gate.extract',
    method: 'GET',
    path: '/api/gate/extract',
    summary: 'Data elements that are held already, by community; nothing about a person',
    permit: 'gate.ask',
    query: Type.Object({ elements: Codes }, closed),
    response: GateExtract,
  }),
  extractFile: route({
    id: 'gate.extractFile',
    method: 'GET',
    path: '/api/gate/extract.csv',
    summary: 'The same as a spreadsheet',
    permit: 'gate.ask',
    media: 'text/csv',
    ratePerMinute: 20,
    query: Type.Object({ elements: Codes }, closed),
    response: Type.String(),
  }),
  draft: route({
    id: 'gate.draft',
    method: 'POST',
    path: '/api/gate/requests',
    summary: 'Begin a gate request',
    permit: 'gate.ask',
    command: true,
    body: GateDraft,
    response: Changed,
  }),
  save: route({
    id: 'gate.save',
    method: 'POST',
    path: '/api/gate/requests/:id',
    summary: 'Change a gate request that is a draft or was returned',
    permit: 'gate.ask',
    command: true,
    params: ById,
    body: Type.Object({ expectedVersion: Version, draft: GateDraft }, closed),
    response: Changed,
  }),
  step: route({
    id: 'gate.step',
    method: 'POST',
    path: '/api/gate/requests/:id/step',
    summary: 'Submit a gate request, withdraw it, or end a demand that is in force',
    permit: 'gate.ask',
    command: true,
    params: ById,
    body: Type.Object(
      { expectedVersion: Version, move: OneOf(['submit', 'withdraw', 'end'] as const) },
      closed,
    ),
    response: Changed,
  }),
  decide: route({
    id: 'gate.decide',
    method: 'POST',
    path: '/api/gate/requests/:id/decision',
    summary: 'The gatekeeper lets a request pass, returns it for change or refuses it; with the reason',
    permit: 'gate.decide',
    command: true,
    params: ById,
    body: Type.Object(
      {
        expectedVersion: Version,
        move: OneOf(['pass', 'return', 'refuse'] as const),
        reason: Nullable(Words(REASON_MOST, 2)),
      },
      closed,
    ),
    response: Changed,
  }),
  answer: route({
    id: 'gate.answer',
    method: 'POST',
    path: '/api/gate/requests/:id/answer',
    summary: 'A community takes a demand on, or refuses it: what is off the list with one tap',
    permit: 'gate.answer',
    command: true,
    params: ById,
    body: Type.Object(
      {
        move: OneOf(['take', 'decline'] as const),
        ground: Nullable(OneOf(GROUNDS)),
        dutyCode: Nullable(CodeWord),
        reason: Nullable(Words(REASON_MOST, 2)),
      },
      closed,
    ),
    response: Changed,
  }),
  overrule: route({
    id: 'gate.overrule',
    method: 'POST',
    path: '/api/gate/requests/:id/overrule',
    summary: 'The gatekeeper decides in writing that a refused demand must be done; the reason is published',
    permit: 'gate.decide',
    command: true,
    params: ById,
    body: Type.Object({ unitId: Id, reason: Words(REASON_MOST, 10) }, closed),
    response: Changed,
  }),
  form: route({
    id: 'gate.form',
    method: 'GET',
    path: '/api/gate/requests/:id/form',
    summary: 'A form in force as one’s community fills it in, with what is known already',
    permit: 'gate.answer',
    params: ById,
    response: FormToFill,
  }),
  fill: route({
    id: 'gate.fill',
    method: 'POST',
    path: '/api/gate/requests/:id/form',
    summary: 'Send a form for one occasion',
    permit: 'gate.answer',
    command: true,
    params: ById,
    body: Type.Object({ occasionAt: At, answers: FormAnswers }, closed),
    response: Type.Object({ requestId: Id, occasionAt: At }),
  }),
  answers: route({
    id: 'gate.answers',
    method: 'GET',
    path: '/api/gate/requests/:id/answers',
    summary: 'What communities sent for a form',
    permit: 'gate.view',
    params: ById,
    response: FormAnswersView,
  }),
} as const
