import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Nullable, OneOf, PlaceCode, Point } from '../schema.ts'

export const PlaceRow = Type.Object({
  code: PlaceCode,
  name: Type.String(),
  nameEn: Type.String(),
  level: OneOf(['province', 'city', 'district', 'subdistrict', 'community', 'grid'] as const),
  parentCode: Nullable(PlaceCode),
})
export type PlaceRow = Static<typeof PlaceRow>

/** Where a point lies, and the grid worker's name, which the law wants posted publicly. */
export const Located = Type.Object({
  subdistrict: PlaceRow,
  community: PlaceRow,
  grid: Nullable(PlaceRow),
  gridWorker: Nullable(Type.String()),
  compound: Nullable(Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })),
  building: Nullable(Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })),
  point: Nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
})
export type Located = Static<typeof Located>

export const PlaceHit = Type.Object({
  kind: OneOf(['community', 'compound', 'building', 'street'] as const),
  id: Nullable(Id),
  code: PlaceCode,
  name: Type.String(),
  nameEn: Type.String(),
  address: Type.String(),
  addressEn: Type.String(),
  point: Type.Object({ lon: Type.Number(), lat: Type.Number() }),
})
export type PlaceHit = Static<typeof PlaceHit>

const closed = { additionalProperties: false } as const
export const placeRoutes = {
  config: route({
    id: 'place.config',
    method: 'GET',
    path: '/api/config',
    summary: 'The tenant, its extent and the mode of this deployment',
    permit: 'public.read',
    response: Type.Object({
      tenant: Type.Object({
        code: PlaceCode,
        name: Type.String(),
        nameEn: Type.String(),
        bbox: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]),
        centre: Type.Tuple([Type.Number(), Type.Number()]),
      }),
      mode: OneOf(['demo', 'production'] as const),
      version: Type.String(),
    }),
  }),
  locate: route({
    id: 'place.locate',
    method: 'POST',
    path: '/api/places/locate',
    summary: 'Which community and grid a point, compound or building lies in',
    permit: 'public.read',
    body: Type.Object(
      {
        point: Type.Optional(Point),
        compoundId: Type.Optional(Id),
        buildingId: Type.Optional(Id),
        communityCode: Type.Optional(PlaceCode),
        gridCode: Type.Optional(PlaceCode),
      },
      closed,
    ),
    response: Located,
  }),
  children: route({
    id: 'place.children',
    method: 'GET',
    path: '/api/places/:code/children',
    summary: 'The places directly below one',
    permit: 'public.read',
    params: Type.Object({ code: PlaceCode }),
    response: Type.Array(PlaceRow),
  }),
  compounds: route({
    id: 'place.compounds',
    method: 'GET',
    path: '/api/places/:code/compounds',
    summary: 'Residential compounds of a community with their buildings',
    permit: 'public.read',
    params: Type.Object({ code: PlaceCode }),
    response: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        nameEn: Type.String(),
        buildings: Type.Array(
          Type.Object({
            id: Id,
            name: Type.String(),
            nameEn: Type.String(),
            gridCode: PlaceCode,
            floors: Type.Integer(),
            entrances: Type.Integer(),
          }),
        ),
      }),
    ),
  }),
  search: route({
    id: 'place.search',
    method: 'GET',
    path: '/api/places/search',
    summary: 'Find communities, compounds, buildings and streets by name or address',
    permit: 'public.read',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
    response: Type.Array(PlaceHit),
  }),
  tile: route({
    id: 'place.tile',
    method: 'GET',
    path: '/api/tiles/:z/:x/:y',
    summary: 'A vector tile of places (synthetic geometry in the demonstration)',
    permit: 'public.read',
    media: 'application/vnd.mapbox-vector-tile',
    params: Type.Object({
      z: Type.Integer({ minimum: 0, maximum: 22 }),
      x: Type.Integer({ minimum: 0 }),
      y: Type.Integer({ minimum: 0 }),
    }),
    response: Type.Unknown(),
  }),
} as const
