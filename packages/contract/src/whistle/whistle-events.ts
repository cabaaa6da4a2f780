import Type, { type Static } from 'typebox'
import { At, Id, PlaceCode } from '../schema.ts'

/** A subdistrict wrote advice to the head of a unit; what it says lies in the content row. */
export const AdviceWritten = Type.Object({
  unitId: Id,
  unitIds: Type.Array(Id),
  byUnitId: Id,
  placeCode: PlaceCode,
  caseIds: Type.Array(Id),
  dueAt: At,
  wordsId: Id,
})
export type AdviceWritten = Static<typeof AdviceWritten>

/** The head of the unit answered it, once. */
export const AdviceAnswered = Type.Object({
  unitId: Id,
  unitIds: Type.Array(Id),
  placeCode: PlaceCode,
  wordsId: Id,
})
export type AdviceAnswered = Static<typeof AdviceAnswered>

/** The unit did not answer in time. Its head, the subdistrict and the district are told; nobody is named. */
export const AdviceOverdue = Type.Object({
  unitId: Id,
  unitIds: Type.Array(Id),
  placeCode: PlaceCode,
  dueAt: At,
})
export type AdviceOverdue = Static<typeof AdviceOverdue>

export const whistleEvents = {
  'whistle.adviceWritten': AdviceWritten,
  'whistle.adviceAnswered': AdviceAnswered,
  'whistle.adviceOverdue': AdviceOverdue,
} as const
