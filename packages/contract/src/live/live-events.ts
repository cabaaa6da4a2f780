import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, PlaceCode } from '../schema.ts'

/** The `data` of a live event: enough to know what to ask for again, never what it says. */
export const LiveChange = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  type: Type.String({ pattern: '^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+$' }),
  caseId: Nullable(Id),
  placeCode: PlaceCode,
  unitIds: Type.Array(Id),
  /** The state after it, where it changed one. */
  state: Nullable(CodeWord),
  at: At,
})
export type LiveChange = Static<typeof LiveChange>
