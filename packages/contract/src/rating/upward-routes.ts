import Type from 'typebox'
import { route } from '../route.ts'
import { Id } from '../schema.ts'
import { AnswerUpward, Quarter, RateUpward, UpwardBallotBox, UpwardBoard } from './upward-views.ts'

const closed = { additionalProperties: false } as const
const params = Type.Object({ unitId: Id }, closed)

/** 以下评上: communities and grid workers rate their subdistrict and the departments. */
export const upwardRoutes = {
  board: route({
    id: 'upward.board',
    method: 'GET',
    path: '/api/upward',
    summary: 'How subdistricts and departments were rated in a quarter that is over, and what they answered',
    permit: 'public.read',
    query: Type.Object({ quarter: Type.Optional(Quarter) }, closed),
    response: UpwardBoard,
  }),
  box: route({
    id: 'upward.box',
    method: 'GET',
    path: '/api/upward/mine',
    summary: 'Whom the reader may rate in the quarter that runs, and whom they have rated',
    permit: 'rating.rateUp',
    response: UpwardBallotBox,
  }),
  rate: route({
    id: 'upward.rate',
    method: 'POST',
    path: '/api/upward/:unitId/ballots',
    summary: 'Rate a unit for the quarter that runs; it is counted at once and kept with nobody',
    permit: 'rating.rateUp',
    command: true,
    params,
    body: RateUpward,
    response: Type.Object({ unitId: Id }),
  }),
  answer: route({
    id: 'upward.answer',
    method: 'POST',
    path: '/api/upward/:unitId/answers',
    summary: 'The rated unit answers in public, once per quarter',
    permit: 'rating.answerUp',
    command: true,
    params,
    body: AnswerUpward,
    response: Type.Object({ unitId: Id }),
  }),
} as const
