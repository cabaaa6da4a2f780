import Type, { type Static } from 'typebox'
import { ASSIGNMENT_STATES } from '../kinds/kind.ts'
import { At, CodeWord, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

export const AssignmentFact = Type.Object({
  id: Id,
  unitId: Id,
  role: OneOf(['lead', 'coHandler'] as const),
  state: OneOf(ASSIGNMENT_STATES),
  /** How often the case had been reopened when it was assigned: earlier rounds are history. */
  round: Type.Integer(),
  /** Every account that ever reported a result here, also one that was sent back: whoever handled may not verify. */
  handledBy: Type.Array(Id),
})
export type AssignmentFact = Static<typeof AssignmentFact>

/** Where a clock stands on the district's ladder, beside the moment when it runs out. */
export const ClockRung = Type.Object({
  /** The last rung that was reached, in per cent of the limit; 0: none yet. */
  reached: Type.Integer({ minimum: 0 }),
  /** When the next one is; null: none is left. */
  at: Nullable(At),
  /** As of a deadline. */
  provisional: Type.Boolean(),
  /** The whole limit, in hours that count; what was used before it was put on hold counts with it. */
  wholeHours: Type.Number(),
})
export type ClockRung = Static<typeof ClockRung>

export const ClockFact = Type.Object({
  id: Id,
  clock: CodeWord,
  assignmentId: Nullable(Id),
  startedAt: At,
  dueAt: At,
  provisional: Type.Boolean(),
  stoppedAt: Nullable(At),
  firedAt: Nullable(At),
  /** What was left, in its own units, when it was put on hold; negative when it was overdue. Another one goes on with it. */
  left: Nullable(Type.Number()),
  /** Null where no ladder leads up from it. */
  rung: Type.Optional(Nullable(ClockRung)),
})
export type ClockFact = Static<typeof ClockFact>

export const FlagFact = Type.Object({
  id: Id,
  flag: CodeWord,
  /** Who raised it. */
  unitId: Nullable(Id),
  accountId: Nullable(Id),
  raisedAt: At,
  /** The date that was asked for. */
  until: Nullable(At),
  /** Who is asked to decide; null where it is a mere fact. */
  ownerUnitId: Nullable(Id),
  /** Which party, where it is one party's. */
  partyId: Type.Optional(Nullable(Id)),
})
export type FlagFact = Static<typeof FlagFact>

/** Numbers of a vote: heads, and floor area in m² where area counts. */
export const Tally = Type.Object(
  {
    entitled: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    present: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    inFavour: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    entitledAreaM2: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000_000 })),
    presentAreaM2: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000_000 })),
    inFavourAreaM2: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000_000 })),
  },
  { additionalProperties: false },
)
export type Tally = Static<typeof Tally>

/** Rungs of the ladder grid → community → subdistrict → district (小事不出网格、大事不出社区). */
export const RUNGS = ['grid', 'community', 'subdistrict', 'district'] as const
export type Standing = (typeof RUNGS)[number]

/**
 * The answer that whoever raised a joined matter speaks of: where it was given, by which unit, about which item. Whoever goes on alone
 * because the other matter ended without an answer, as where it was withdrawn, speaks of none.
 */
export const AnswerFact = Type.Object({
  caseId: Id,
  round: Type.Integer({ minimum: 0 }),
  unitId: Nullable(Id),
  itemCode: Nullable(CodeWord),
  /** It was left out of the rates by then. */
  excluded: Type.Boolean(),
})
export type AnswerFact = Static<typeof AnswerFact>

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
  flags: Type.Array(FlagFact),
  /** What was chosen so far, by the name of the choice. */
  choices: Type.Record(CodeWord, CodeWord),
  /** How often things happened: urged, supervised … */
  counts: Type.Record(CodeWord, Type.Integer({ minimum: 0 })),
  /** How many rungs it climbed. */
  climbed: Type.Integer({ minimum: 0, maximum: 3 }),
  /** The rung of whoever has it, or had it last. */
  rung: OneOf(RUNGS),
  /** The unit of the post that reported it. */
  initiatorUnitId: Nullable(Id),
  /** The gate request by which a department placed it. */
  admissionId: Nullable(Id),
  /** The matter that it was joined with. */
  mergedIntoId: Nullable(Id),
  contentIds: Type.Array(Type.Object({ field: OneOf(['words', 'reason'] as const), id: Id })),
  fileIds: Type.Array(Id),
  unitId: Nullable(Id),
  /** The assignment that this step was about, where it was about one. */
  assignmentId: Nullable(Id),
  /** What was rated with this step, and which unit. */
  scores: Nullable(Type.Record(CodeWord, Type.Integer({ minimum: 1, maximum: 5 }))),
  tally: Nullable(Tally),
  /** The entry of a duty list that was named with this step. */
  dutyCode: Type.Optional(Nullable(CodeWord)),
  /** The accounts that a confidential matter is read by, beside its parties. Null: reach decides, as everywhere. */
  circle: Type.Optional(Nullable(Type.Array(Id))),
  /** The account that is named for it. */
  namedId: Type.Optional(Nullable(Id)),
  /** Between whom it is, where it is between several. */
  partyIds: Type.Optional(Type.Array(Id)),
  /** Only on a verdict or a reopening by whoever raised a matter that was joined with another, which was answered. */
  answer: Type.Optional(AnswerFact),
})
export type CaseStep = Static<typeof CaseStep>

export const ClockFired = Type.Object({
  clockId: Id,
  clock: CodeWord,
  /** The matter that it is about, and its item; not said before 29 November 2026. */
  caseId: Type.Optional(Id),
  itemCode: Type.Optional(Nullable(CodeWord)),
  placeCode: PlaceCode,
  unitIds: Type.Array(Id),
  ownerUnitId: Nullable(Id),
  dueAt: At,
  /** As on the matter's own steps. */
  circle: Type.Optional(Nullable(Type.Array(Id))),
  /** The unit that let it run out. */
  aboutUnitId: Type.Optional(Nullable(Id)),
  /** Who was told; null: nobody is there. Not said where a step of the matter followed, which tells it. */
  toldUnitId: Type.Optional(Nullable(Id)),
  /** What stands above and was passed over, because nobody holds a post there. */
  emptyUnitIds: Type.Optional(Type.Array(Id)),
  /** The ladder led to the very unit that let it run out, and so further up. */
  ownRung: Type.Optional(Type.Literal(true)),
  /** Whoever would be told was told already since the limit was used up: nothing new is raised. */
  toldBefore: Type.Optional(Type.Literal(true)),
  rung: Type.Optional(Nullable(ClockRung)),
})
export type ClockFired = Static<typeof ClockFired>

/** A rung of the ladder other than the end of the limit. */
export const RungReached = Type.Object({
  ...ClockFired.properties,
  percent: Type.Integer({ minimum: 1 }),
})
export type RungReached = Static<typeof RungReached>

/** Somebody may answer again at a unit that was called or owns the matter, or nobody may any longer, without a step of the matter. */
export const DutyChanged = Type.Object({
  caseId: Id,
  placeCode: PlaceCode,
  unitIds: Type.Array(Id),
  ownerUnitId: Nullable(Id),
  /** The unit that it is about; null: the matter has no owner at all. */
  unitId: Nullable(Id),
  /** As on the matter's own steps. */
  circle: Type.Optional(Nullable(Type.Array(Id))),
})
export type DutyChanged = Static<typeof DutyChanged>
