import Type, { type Static } from 'typebox'
import {
  At,
  Bilingual,
  CodeWord,
  Id,
  Nullable,
  OneOf,
  PlaceCode,
  Point,
  Sensitive,
  Version,
  Words,
} from '../schema.ts'
import { Tally } from './case-events.ts'

const closed = { additionalProperties: false } as const
const FileIds = Type.Array(Id, { maxItems: 9 })

/** Where it is: a point, or a compound or building from the list, or at least a community. */
export const Where = Type.Object(
  {
    point: Type.Optional(Point),
    communityCode: Type.Optional(PlaceCode),
    /** Somewhere in this grid: enough for whoever stands in the own one. */
    gridCode: Type.Optional(PlaceCode),
    compoundId: Type.Optional(Id),
    buildingId: Type.Optional(Id),
    detail: Type.Optional(Words(200)),
  },
  closed,
)

/** The answer to a question of the item: one of its choices, or words. */
export const ItemAnswer = Type.Object(
  { question: CodeWord, choice: Type.Optional(CodeWord), words: Type.Optional(Words(200)) },
  closed,
)
export type ItemAnswer = Static<typeof ItemAnswer>
const Answers = Type.Array(ItemAnswer, { maxItems: 10 })

export const ReportCase = Type.Object(
  {
    words: Words(2000, 4),
    where: Where,
    itemCode: Type.Optional(Type.String({ maxLength: 40 })),
    answers: Type.Optional(Answers),
    fileIds: Type.Optional(FileIds),
    contact: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Sensitive(Type.String({ maxLength: 40 }))),
          phone: Type.Optional(Sensitive(Type.String({ maxLength: 20 }))),
          wantsCall: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
    /** The requester agrees that a redacted copy may be shown on the echo wall. Never assumed. */
    echoWall: Type.Optional(Type.Boolean()),
    language: Type.Optional(OneOf(['zh-CN', 'en'] as const)),
  },
  closed,
)
export type ReportCase = Static<typeof ReportCase>

/** The receipt: number and follow code, who has it and by when. */
export const Receipt = Type.Object({
  caseId: Id,
  number: Type.String(),
  followCode: Sensitive(Type.String()),
  ownerName: Type.String(),
  ownerNameEn: Type.String(),
  dueAt: At,
  provisional: Type.Boolean(),
  place: Type.String(),
  placeEn: Type.String(),
  gridWorker: Nullable(Type.String()),
  sentence: Bilingual,
})
export type Receipt = Static<typeof Receipt>

export const MoveInput = Type.Object(
  {
    move: Type.String({ pattern: '^[a-z][A-Za-z]{1,30}$' }),
    expectedVersion: Version,
    words: Type.Optional(Words(2000)),
    reason: Type.Optional(Words(500)),
    itemCode: Type.Optional(Type.String({ maxLength: 40 })),
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    units: Type.Optional(
      Type.Array(Type.Object({ unitId: Id, role: OneOf(['lead', 'coHandler'] as const) }, closed), {
        minItems: 1,
        maxItems: 8,
      }),
    ),
    dueAt: Type.Optional(At),
    fileIds: Type.Optional(FileIds),
    solved: Type.Optional(Type.Boolean()),
    satisfaction: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    otherId: Type.Optional(Id),
    assignmentId: Type.Optional(Id),
    arrivalCode: Type.Optional(Sensitive(Type.String({ pattern: '^\\d{6}$' }))),
    scores: Type.Optional(Type.Record(CodeWord, Type.Integer({ minimum: 1, maximum: 5 }))),
    tally: Type.Optional(Tally),
    dutyCode: Type.Optional(CodeWord),
    personId: Type.Optional(Id),
    /** One option for each choice that the move asks for. */
    choices: Type.Optional(Type.Record(CodeWord, CodeWord)),
  },
  closed,
)
export type MoveInput = Static<typeof MoveInput>

/** A move made together with the report: what is found and dealt with at once closes at once. */
export const FirstMove = Type.Omit(MoveInput, ['expectedVersion'], closed)

/** Somebody whom a matter is between: how this one is reached. */
export const Party = Type.Object(
  {
    name: Sensitive(Words(40, 1)),
    phone: Type.Optional(Sensitive(Type.String({ maxLength: 20 }))),
  },
  closed,
)
export type Party = Static<typeof Party>

/** A member of staff writes down a matter of a kind that posts report. It has no requester, or parties where its kind says so. */
export const RaiseCase = Type.Object(
  {
    kind: CodeWord,
    words: Words(2000, 2),
    where: Where,
    itemCode: Type.Optional(Type.String({ maxLength: 40 })),
    answers: Type.Optional(Answers),
    fileIds: Type.Optional(FileIds),
    firstMove: Type.Optional(FirstMove),
    /** The gate request that was let through, where the kind asks for an admission. */
    admissionId: Type.Optional(Id),
    /** The matter that it hangs on: that one does not close before this one. */
    parentId: Type.Optional(Id),
    /** The matter that it arose from. */
    aroseFromId: Type.Optional(Id),
    parties: Type.Optional(Type.Array(Party, { minItems: 1, maxItems: 8 })),
  },
  closed,
)
export type RaiseCase = Static<typeof RaiseCase>

/** What is said at once about a matter that staff reported: where it stands and who has it. */
export const Raised = Type.Object({
  caseId: Id,
  number: Type.String(),
  version: Version,
  state: Type.String(),
  stateName: Bilingual,
  sentence: Bilingual,
  place: Type.String(),
  placeEn: Type.String(),
  dueAt: Nullable(At),
  provisional: Type.Boolean(),
  /** What is handed to each party, in the order in which they were written down. */
  receipts: Type.Array(Type.Object({ followCode: Sensitive(Type.String()) })),
})
export type Raised = Static<typeof Raised>

/** A requester whose time for reopening is over raises the same thing once more: place, item and contact come along. */
export const RaiseAgain = Type.Object({ words: Words(2000, 4), fileIds: Type.Optional(FileIds) }, closed)
export type RaiseAgain = Static<typeof RaiseAgain>

/** What a move answers: the new version and state, so that the client can go on without reading again. */
export const MoveDone = Type.Object({
  caseId: Id,
  version: Version,
  state: Type.String(),
  dueAt: Nullable(At),
})
export type MoveDone = Static<typeof MoveDone>
