import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Bilingual, CodeWord, Nullable, OneOf } from '../schema.ts'

/**
 * What must be known before anybody can act. Without choices it is answered in words. A choice may make it another item:
 * somebody trapped in a broken lift is an emergency of its own, with its own unit and limit.
 */
export const ItemQuestion = Type.Object({
  code: CodeWord,
  text: Bilingual,
  required: Type.Boolean(),
  choices: Type.Array(Type.Object({ code: CodeWord, text: Bilingual, becomes: Nullable(CodeWord) })),
})
export type ItemQuestion = Static<typeof ItemQuestion>

/** An item of the catalogue as residents and staff see it. `limit` counts in `clockKind`s. */
export const ItemView = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  /** The provincial base, or what the district added to it. */
  origin: OneOf(['province', 'district'] as const),
  name: Type.String(),
  nameEn: Type.String(),
  /** What a resident would call it. */
  plain: Type.String(),
  plainEn: Type.String(),
  keywords: Type.Array(Type.String()),
  kinds: Type.Array(CodeWord),
  questions: Type.Array(ItemQuestion),
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
