import Type from 'typebox'
import { route } from '../route.ts'
import { PlaceCode } from '../schema.ts'
import { FigureBoard, FigureCases, FigureMap } from './figure-views.ts'

const place = { place: Type.Optional(PlaceCode) }
const closed = { additionalProperties: false } as const

/** `place`: within the reader's own place, which is also what is shown without it. */
export const figureRoutes = {
  board: route({
    id: 'figures.board',
    method: 'GET',
    path: '/api/figures',
    summary: 'Figures of a place: open and overdue now, today, yesterday, rates with their denominators',
    permit: 'figures.view',
    query: Type.Object(place, closed),
    response: FigureBoard,
  }),
  map: route({
    id: 'figures.map',
    method: 'GET',
    path: '/api/figures/map',
    summary: 'Open, overdue and soon due matters of each community and grid',
    permit: 'figures.view',
    query: Type.Object(place, closed),
    response: FigureMap,
  }),
  cases: route({
    id: 'figures.cases',
    method: 'GET',
    path: '/api/figures/cases',
    summary: 'Open matters by deadline, without words and people; `upcoming` leaves out what is overdue',
    permit: 'figures.view',
    query: Type.Object(
      {
        ...place,
        upcoming: Type.Optional(Type.Boolean()),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      closed,
    ),
    response: FigureCases,
  }),
} as const
