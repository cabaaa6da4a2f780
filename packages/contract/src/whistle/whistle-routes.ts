import Type from 'typebox'
import { route } from '../route.ts'
import { Id, PlaceCode } from '../schema.ts'
import { AdviceView, AdviceWaiting, AnswerAdvice, WriteAdvice } from './advice-views.ts'
import { RatedCall, WhistleBoard } from './whistle-board.ts'
import { CodesToShow, OpenWhistles } from './whistle-views.ts'

const closed = { additionalProperties: false } as const
const month = Type.Optional(Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' }))

export const whistleRoutes = {
  open: route({
    id: 'whistle.open',
    method: 'GET',
    path: '/api/whistles/open',
    summary: 'Open whistles within a place, each called unit with its two clocks',
    permit: 'figures.view',
    query: Type.Object({ place: Type.Optional(PlaceCode) }, closed),
    response: OpenWhistles,
  }),
  codes: route({
    id: 'whistle.codes',
    method: 'GET',
    path: '/api/whistles/codes',
    summary:
      'The codes that one’s own unit has to show to whoever comes, of all open whistles that wait for somebody',
    permit: 'case.attest',
    response: CodesToShow,
  }),
  board: route({
    id: 'whistle.board',
    method: 'GET',
    path: '/api/whistles/board',
    summary:
      'How units answered and came when they were called in a month or the last twelve, with both numbers of each rate',
    permit: 'whistle.board',
    query: Type.Object({ month }, closed),
    response: WhistleBoard,
  }),
  rated: route({
    id: 'whistle.rated',
    method: 'GET',
    path: '/api/whistles/rated',
    summary: 'The rated calls of a unit behind its figures, within reach',
    permit: 'whistle.board',
    query: Type.Object({ unit: Id, month }, closed),
    response: Type.Array(RatedCall),
  }),
  advice: route({
    id: 'whistle.advice',
    method: 'GET',
    path: '/api/whistles/advice',
    summary: 'Written advice on stationed units within reach with the answers, what waits for one first',
    permit: 'whistle.readAdvice',
    response: Type.Array(AdviceView),
  }),
  waiting: route({
    id: 'whistle.waiting',
    method: 'GET',
    path: '/api/whistles/advice/waiting',
    summary:
      'How much advice the own unit has still to answer, and whose answer within reach is overdue; no words',
    permit: 'whistle.readAdvice',
    response: AdviceWaiting,
  }),
  writeAdvice: route({
    id: 'whistle.writeAdvice',
    method: 'POST',
    path: '/api/whistles/advice',
    summary: 'Write advice to the head of a stationed unit, from its rated calls',
    permit: 'whistle.advise',
    command: true,
    body: WriteAdvice,
    response: Type.Object({ adviceId: Id }),
  }),
  answerAdvice: route({
    id: 'whistle.answerAdvice',
    method: 'POST',
    path: '/api/whistles/advice/:id/answer',
    summary: 'Answer advice in writing, once, as the head of the unit',
    permit: 'whistle.answerAdvice',
    command: true,
    params: Type.Object({ id: Id }, closed),
    body: AnswerAdvice,
    response: Type.Object({ adviceId: Id }),
  }),
} as const
