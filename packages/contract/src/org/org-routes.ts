import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

export const UnitRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  kind: OneOf(['commandCentre', 'department', 'subdistrict', 'community'] as const),
  placeCode: PlaceCode,
  parentId: Nullable(Id),
  hours: OneOf(['office', 'always'] as const),
})
export type UnitRow = Static<typeof UnitRow>

export const orgRoutes = {
  units: route({
    id: 'org.units',
    method: 'GET',
    path: '/api/units',
    summary: 'Units that a matter can be sent to',
    permit: 'unit.list',
    response: Type.Array(UnitRow),
  }),
} as const
