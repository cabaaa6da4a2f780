import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, OneOf, PlaceCode, Version } from '../schema.ts'
import { DUTY_UNIT_KINDS } from './duty-lists.ts'
import { GateTerms } from './gate-draft.ts'
import { GATE_MOVES, GATE_PROCESS, GATE_STATES, RECIPIENT_STATES } from './gate-process.ts'

/** offList: not on the duty list · tooMuch: on it, but more than the community can do. */
export const GROUNDS = ['offList', 'tooMuch'] as const
export type Ground = (typeof GROUNDS)[number]

/** Where a community stands towards the demand after a step. */
export const RecipientStep = Type.Object({
  unitId: Id,
  communityCode: PlaceCode,
  state: OneOf(RECIPIENT_STATES),
  ground: Nullable(OneOf(GROUNDS)),
  /** The list, and the entry if there is one, on which a refusal rests. */
  dutyListId: Nullable(Id),
  dutyCode: Nullable(CodeWord),
  /** Content: the community's reason; the gatekeeper's, when it was overruled. */
  reasonId: Nullable(Id),
  overruleId: Nullable(Id),
})
export type RecipientStep = Static<typeof RecipientStep>

/** A gate request as it stands after a step, and the recipients that the step changed. */
export const GateStep = Type.Object({
  move: OneOf(GATE_MOVES),
  from: Nullable(OneOf(GATE_STATES)),
  state: OneOf(GATE_STATES),
  version: Version,
  unitId: Id,
  ...GateTerms.properties,
  /** The duty list in force when it was submitted. */
  dutyListId: Nullable(Id),
  fieldCount: Type.Integer({ minimum: 0 }),
  /** Fields that nobody holds yet: what is really asked. */
  typedCount: Type.Integer({ minimum: 0 }),
  dueAt: Nullable(At),
  demandId: Id,
  /** Content: why the gatekeeper returned, refused or passed it. */
  reasonId: Nullable(Id),
  recipients: Type.Array(RecipientStep),
})
export type GateStep = Static<typeof GateStep>

/** A community filled in a form for one occasion. */
export const FormFilled = Type.Object({
  requestId: Id,
  unitId: Id,
  occasionAt: At,
  answersId: Id,
  fieldCount: Type.Integer({ minimum: 0 }),
  /** How many of them somebody had to type. */
  typedCount: Type.Integer({ minimum: 0 }),
})
export type FormFilled = Static<typeof FormFilled>

/** The gatekeeper has not decided in time. The request goes on waiting: silence lets nothing pass. */
export const DecisionOverdue = Type.Object({ requestId: Id, unitId: Id, dueAt: At })
export type DecisionOverdue = Static<typeof DecisionOverdue>

export const DutyListPublished = Type.Object({
  unitKind: OneOf(DUTY_UNIT_KINDS),
  unitId: Nullable(Id),
  version: Version,
  effectiveAt: At,
  entryCount: Type.Integer({ minimum: 1 }),
})
export type DutyListPublished = Static<typeof DutyListPublished>

const steps = Object.fromEntries(
  Object.values(GATE_PROCESS.moves).map(({ event }) => [`gate.${event}`, GateStep]),
)

export const gateEvents = {
  ...steps,
  'gate.formFilled': FormFilled,
  'gate.decisionOverdue': DecisionOverdue,
  'duty.listPublished': DutyListPublished,
}
