import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Nullable, OneOf, PlaceCode } from '../schema.ts'
import { UNIT_KINDS } from './unit-kinds.ts'

export const UnitRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  kind: OneOf(UNIT_KINDS),
  placeCode: PlaceCode,
  parentId: Nullable(Id),
  hours: OneOf(['office', 'always'] as const),
})
export type UnitRow = Static<typeof UnitRow>

/** 实名制编入: names under which people serve a grid, which are public. */
export const GridPeople = Type.Object({
  code: PlaceCode,
  name: Type.String(),
  nameEn: Type.String(),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  worker: Nullable(Type.String()),
  staff: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      titleEn: Type.String(),
      unit: Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() }),
    }),
  ),
})
export type GridPeople = Static<typeof GridPeople>

export const orgRoutes = {
  units: route({
    id: 'org.units',
    method: 'GET',
    path: '/api/units',
    summary: 'Units that a matter can be sent to',
    permit: 'unit.list',
    response: Type.Array(UnitRow),
  }),
  gridPeople: route({
    id: 'org.gridPeople',
    method: 'GET',
    path: '/api/grids/:code/people',
    summary: 'Who looks after a grid, and the staff of departments and utilities assigned to it, by name',
    permit: 'public.read',
    params: Type.Object({ code: PlaceCode }),
    response: GridPeople,
  }),
} as const
