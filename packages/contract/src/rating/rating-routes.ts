import Type from 'typebox'
import { route } from '../route.ts'
import { HONEST_COUNTS } from '../rules/honest-counts.ts'
import { CodeWord, Id, OneOf, PlaceCode } from '../schema.ts'
import { EVALUATED_BY, EvaluatedCase, EvaluationBoard, Recurrences } from './evaluation-views.ts'
import { ProposeTopic, TopicProposed, TopicView } from './topic-views.ts'
import { UnitPage } from './unit-page.ts'
import { UnitRecord } from './unit-record.ts'

const closed = { additionalProperties: false } as const
const asked = {
  month: Type.Optional(Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' })),
  unit: Type.Optional(Id),
  item: Type.Optional(CodeWord),
  place: Type.Optional(PlaceCode),
}

export const ratingRoutes = {
  board: route({
    id: 'rating.board',
    method: 'GET',
    path: '/api/evaluation',
    summary:
      'Rates of a month by unit, item or place, each with both numbers, its interval and “too few to say”',
    permit: 'public.read',
    query: Type.Object({ ...asked, by: OneOf(EVALUATED_BY) }, closed),
    response: EvaluationBoard,
  }),
  recurrences: route({
    id: 'rating.recurrences',
    method: 'GET',
    path: '/api/evaluation/recurrences',
    summary:
      'Items that came up in a community beyond chance and season in a month, with the stated rate of false alarms',
    permit: 'rating.list',
    query: Type.Object({ month: asked.month }, closed),
    response: Recurrences,
  }),
  unit: route({
    id: 'rating.unit',
    method: 'GET',
    path: '/api/evaluation/units/:id',
    summary: 'The negative list of a unit over a year: causes, what repeats, rectifications within sight',
    permit: 'rating.list',
    params: Type.Object({ id: Id }, closed),
    response: UnitRecord,
  }),
  unitPage: route({
    id: 'rating.unitPage',
    method: 'GET',
    path: '/api/evaluation/units/:id/page',
    summary:
      'What everybody may know of a unit: its duties, what keeps going wrong, and what was done about that; no matter and no person',
    permit: 'public.read',
    params: Type.Object({ id: Id }, closed),
    response: UnitPage,
  }),
  topics: route({
    id: 'rating.topics',
    method: 'GET',
    path: '/api/topics',
    summary: 'Root-cause topics within reach, with their evidence and the figures before and after',
    permit: 'rating.list',
    response: Type.Array(TopicView),
  }),
  publicTopics: route({
    id: 'rating.publicTopics',
    method: 'GET',
    path: '/api/evaluation/topics',
    summary: 'Topics that were taken up, and what came of them',
    permit: 'public.read',
    response: Type.Array(TopicView),
  }),
  proposeTopic: route({
    id: 'rating.proposeTopic',
    method: 'POST',
    path: '/api/topics',
    summary: 'Propose a topic from a matter or a rectification that shows what keeps going wrong',
    permit: 'rating.proposeTopic',
    command: true,
    body: ProposeTopic,
    response: TopicProposed,
  }),
  cases: route({
    id: 'rating.cases',
    method: 'GET',
    path: '/api/evaluation/cases',
    summary: 'The matters behind a number, as far as the reader sees',
    permit: 'rating.list',
    query: Type.Object({ ...asked, count: OneOf(HONEST_COUNTS) }, closed),
    response: Type.Array(EvaluatedCase),
  }),
} as const
