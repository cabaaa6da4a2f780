import Type, { type Static } from 'typebox'
import { ASSIGNMENT_STATES } from '../kinds/kind.ts'
import { At, Bilingual, Id, Nullable, OneOf, Sensitive } from '../schema.ts'
import { UnitName } from './case-links.ts'

/** A code that the reader shows to somebody of another unit, who enters it: both were there. */
export const ArrivalCodeView = Type.Object({
  assignmentId: Id,
  arrivalCode: Sensitive(Type.String()),
  to: UnitName,
})
export type ArrivalCodeView = Static<typeof ArrivalCodeView>

/** How one unit rated another one, told when the matter is closed and nobody can answer in kind. */
export const RatingView = Type.Object({
  by: UnitName,
  about: UnitName,
  scores: Type.Array(Type.Object({ aspect: Type.String(), name: Bilingual, score: Type.Integer() })),
})
export type RatingView = Static<typeof RatingView>

export const AssignmentView = Type.Object({
  id: Id,
  unit: UnitName,
  role: OneOf(['lead', 'coHandler'] as const),
  state: OneOf(ASSIGNMENT_STATES),
  /** What this kind calls the state; null: as everywhere. */
  stateName: Nullable(Bilingual),
  dueAt: Nullable(At),
})
