import Type from 'typebox'
import { route } from '../route.ts'
import { Id, PlaceCode } from '../schema.ts'
import { DeliberationList, DeliberationPage } from './deliberation-views.ts'

/** 两公开: what residents and owners decide and what came of it, for everybody. */
export const deliberationRoutes = {
  list: route({
    id: 'deliberation.list',
    method: 'GET',
    path: '/api/deliberations',
    summary: 'What residents and owners decide, newest first',
    permit: 'public.read',
    query: Type.Object(
      {
        communityCode: Type.Optional(PlaceCode),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
      },
      { additionalProperties: false },
    ),
    response: DeliberationList,
  }),
  page: route({
    id: 'deliberation.page',
    method: 'GET',
    path: '/api/deliberations/:id',
    summary: 'One question: the law, the votes by heads and by area, objections with their answers, tasks',
    permit: 'public.read',
    params: Type.Object({ id: Id }),
    response: DeliberationPage,
  }),
} as const
