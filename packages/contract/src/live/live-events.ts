import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, PlaceCode } from '../schema.ts'

/** The `data` of a live event: codes from which a reader tells what happened, where and whose it is; never what was written. */
export const LiveChange = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  type: Type.String({ pattern: '^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+$' }),
  caseId: Nullable(Id),
  placeCode: PlaceCode,
  unitIds: Type.Array(Id),
  kind: Nullable(CodeWord),
  move: Nullable(CodeWord),
  itemCode: Nullable(CodeWord),
  /** The unit that did it; empty where a requester or the system did. */
  unitId: Nullable(Id),
  /** The unit that has it afterwards. */
  ownerUnitId: Nullable(Id),
  /** The state after it, where it changed one. */
  state: Nullable(CodeWord),
  at: At,
})
export type LiveChange = Static<typeof LiveChange>

/** A step at the burden gate, told to those whom it concerns: ids and times; which communities it is put to is not said. */
export const LiveGate = Type.Object({
  seq: LiveChange.properties.seq,
  type: LiveChange.properties.type,
  requestId: Id,
  at: At,
})
export type LiveGate = Static<typeof LiveGate>

/** Name of the event that says: more happened since than is told again; ask for everything anew. */
export const LIVE_RESET = 'live.reset'
