import Type from 'typebox'
import { Where } from '../case/case-commands.ts'
import { route } from '../route.ts'
import { Id, OneOf, PlaceCode, Words } from '../schema.ts'
import { ConsentView, EchoEntry, EchoFacets, EchoPage, Nearby } from './echo-views.ts'

const closed = { additionalProperties: false } as const
const ById = Type.Object({ id: Id })
const Cursor = Type.Optional(Type.String({ maxLength: 200 }))
const Size = Type.Object({ size: Type.Optional(OneOf(['full', 'thumb'] as const)) }, closed)

/** The wall as everybody sees it, and the requester's say over it. */
export const echoRoutes = {
  wall: route({
    id: 'echo.wall',
    method: 'GET',
    path: '/api/echo',
    summary: 'The echo wall: what was raised and what came of it, newest first',
    permit: 'public.read',
    query: Type.Object(
      {
        q: Type.Optional(Type.String({ maxLength: 60 })),
        communityCode: Type.Optional(PlaceCode),
        itemCode: Type.Optional(Type.String({ maxLength: 40 })),
        cursor: Cursor,
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
      },
      closed,
    ),
    response: EchoPage,
  }),
  facets: route({
    id: 'echo.facets',
    method: 'GET',
    path: '/api/echo/facets',
    summary: 'Communities and items of the echo wall, with how many answers each has',
    permit: 'public.read',
    response: EchoFacets,
  }),
  entry: route({
    id: 'echo.entry',
    method: 'GET',
    path: '/api/echo/entries/:id',
    summary: 'One answer on the echo wall',
    permit: 'public.read',
    params: ById,
    response: EchoEntry,
  }),
  picture: route({
    id: 'echo.picture',
    method: 'GET',
    path: '/api/echo/pictures/:id',
    summary: 'A picture of an answer on the echo wall; never the original',
    permit: 'public.read',
    media: 'image/webp',
    params: ById,
    query: Size,
    response: Type.Unknown(),
  }),
  near: route({
    id: 'echo.near',
    method: 'POST',
    path: '/api/echo/near',
    summary: 'Open and published matters near in place and item, for somebody about to raise one',
    permit: 'public.read',
    ratePerMinute: 60,
    body: Type.Object(
      {
        where: Where,
        itemCode: Type.Optional(Type.String({ maxLength: 40 })),
        words: Type.Optional(Words(2000, 0)),
      },
      closed,
    ),
    response: Nearby,
  }),
  consent: route({
    id: 'echo.consent',
    method: 'GET',
    path: '/api/follow/echo',
    summary: 'Whether the requester agreed to the echo wall, and what is on it',
    permit: 'echo.consent',
    response: ConsentView,
  }),
  setConsent: route({
    id: 'echo.setConsent',
    method: 'POST',
    path: '/api/follow/echo',
    summary: 'Agree to the echo wall, or no longer: then the answer is taken down at once',
    permit: 'echo.consent',
    command: true,
    body: Type.Object({ agreed: Type.Boolean() }, closed),
    response: ConsentView,
  }),
} as const
