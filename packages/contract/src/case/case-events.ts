import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

export const AssignmentFact = Type.Object({
  id: Id,
  unitId: Id,
  role: OneOf(['lead', 'coHandler'] as const),
  state: OneOf(['sent', 'signed', 'done', 'returned'] as const),
  /** How often the case had been reopened when it was assigned: earlier rounds are history. */
  round: Type.Integer(),
  /** Every account that ever reported a result here, also one that was sent back: whoever handled may not verify. */
  handledBy: Type.Array(Id),
})
export type AssignmentFact = Static<typeof AssignmentFact>

export const ClockFact = Type.Object({
  id: Id,
  clock: CodeWord,
  assignmentId: Nullable(Id),
  startedAt: At,
  dueAt: At,
  provisional: Type.Boolean(),
  stoppedAt: Nullable(At),
  firedAt: Nullable(At),
})
export type ClockFact = Static<typeof ClockFact>

/**
 * What every step of a case records: ids, codes, numbers and times, never words. It carries the new value of every
 * declared column that changed, so that replaying the events of a case gives its stored row.
 */
export const CaseStep = Type.Object({
  kind: CodeWord,
  kindVersion: Type.Integer(),
  move: CodeWord,
  from: Nullable(CodeWord),
  to: CodeWord,
  placeCode: PlaceCode,
  communityCode: PlaceCode,
  gridCode: Nullable(PlaceCode),
  itemCode: Nullable(CodeWord),
  itemVersion: Nullable(Type.Integer()),
  level: Type.Integer(),
  ownerUnitId: Nullable(Id),
  unitIds: Type.Array(Id),
  /** The account that reported it, where a post did; null where somebody raised it. */
  reporterId: Nullable(Id),
  dueAt: Nullable(At),
  openedAt: At,
  closedAt: Nullable(At),
  reopenedCount: Type.Integer(),
  solved: Nullable(Type.Boolean()),
  satisfaction: Nullable(Type.Integer()),
  assignments: Type.Array(AssignmentFact),
  clocks: Type.Array(ClockFact),
  contentIds: Type.Array(Type.Object({ field: OneOf(['words', 'reason'] as const), id: Id })),
  fileIds: Type.Array(Id),
  unitId: Nullable(Id),
})
export type CaseStep = Static<typeof CaseStep>

export const ClockFired = Type.Object({
  clockId: Id,
  clock: CodeWord,
  placeCode: PlaceCode,
  unitIds: Type.Array(Id),
  ownerUnitId: Nullable(Id),
  dueAt: At,
})
export type ClockFired = Static<typeof ClockFired>
