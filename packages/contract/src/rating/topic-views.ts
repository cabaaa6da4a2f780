import Type, { type Static } from 'typebox'
import { TONES } from '../kinds/tone.ts'
import { At, Bilingual, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })
const Expected = Type.Number({ minimum: 0 })

/** How often it came up in a span of time, and how often it would have if the place had kept its share of the item. */
export const TopicFigure = Type.Object({
  from: At,
  until: At,
  counted: Count,
  /** Null: in the twelve months before there was too little to expect anything from. */
  expected: Nullable(Expected),
})
export type TopicFigure = Static<typeof TopicFigure>

export const TopicView = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.String(),
  stateName: Bilingual,
  tone: OneOf(TONES),
  openedAt: At,
  dueAt: Nullable(At),
  overdue: Type.Boolean(),
  itemCode: Type.String(),
  itemName: Type.String(),
  itemNameEn: Type.String(),
  placeCode: PlaceCode,
  placeName: Type.String(),
  placeNameEn: Type.String(),
  ownerName: Nullable(Type.String()),
  ownerNameEn: Nullable(Type.String()),
  /** What was chosen when the result was shown. */
  effect: Nullable(Bilingual),
  evidence: Type.Object({
    month: Type.String(),
    counted: Count,
    expected: Nullable(Expected),
    p: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
    /** What share of the method's proposals may be chance, in per cent. */
    falseAlarmPercent: Type.Number(),
    monthsBefore: Count,
    tested: Count,
    /** Beyond chance and season; else somebody proposed it without waiting for that. */
    found: Type.Boolean(),
  }),
  before: TopicFigure,
  /** Since the measures were done; null before that. */
  after: Nullable(TopicFigure),
  /** Fewer than this expected: nothing can be said of a difference. */
  tooFewToSay: Type.Boolean(),
})
export type TopicView = Static<typeof TopicView>

const closed = { additionalProperties: false } as const
/** Proposed from a matter or a rectification that shows what keeps going wrong. */
export const ProposeTopic = Type.Object({ caseId: Id }, closed)
export const TopicProposed = Type.Object({ topicId: Id })
