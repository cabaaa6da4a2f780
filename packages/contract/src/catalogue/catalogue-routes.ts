import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Nullable, OneOf } from '../schema.ts'

/** An item of the catalogue as residents and staff see it. `limit` counts in `clockKind`s. */
export const ItemView = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  nameEn: Type.String(),
  majorName: Type.String(),
  majorNameEn: Type.String(),
  level: Type.Integer(),
  clockKind: OneOf(['urgentHour', 'workingHour', 'workingDay', 'calendarDay'] as const),
  limit: Type.Integer(),
  leadUnitName: Nullable(Type.String()),
  leadUnitNameEn: Nullable(Type.String()),
  source: Type.String(),
})
export type ItemView = Static<typeof ItemView>

export const catalogueRoutes = {
  items: route({
    id: 'catalogue.items',
    method: 'GET',
    path: '/api/items',
    summary: 'The item catalogue: what can be raised, who handles it and by when',
    permit: 'public.read',
    response: Type.Array(ItemView),
  }),
} as const
