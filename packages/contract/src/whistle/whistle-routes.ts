import Type from 'typebox'
import { route } from '../route.ts'
import { PlaceCode } from '../schema.ts'
import { OpenWhistles } from './whistle-views.ts'

const closed = { additionalProperties: false } as const

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
} as const
