import Type, { type Static } from 'typebox'
import { Recounting } from '../figures/figure-views.ts'
import { TONES } from '../kinds/tone.ts'
import { At, Bilingual, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'
import { RecurringBuildingView } from './evaluation-views.ts'

const Count = Type.Integer({ minimum: 0 })
const Expected = Type.Number({ minimum: 0 })

const counted = { from: At, until: At, counted: Count }

/** How often it came up in a span of time. */
export const TopicCount = Type.Object(counted)
export type TopicCount = Static<typeof TopicCount>

/** The same, with how often it would have come up if the place had kept its share of the item in the year before the topic. */
export const TopicFigure = Type.Object({
  ...counted,
  /** Null: in that year there was too little to expect anything from. */
  expected: Nullable(Expected),
})
export type TopicFigure = Static<typeof TopicFigure>

/** What one unit does about it, and by when; kept after it is done. */
export const TopicMeasure = Type.Object({
  unitName: Type.String(),
  unitNameEn: Type.String(),
  /** Null: written before measures were for everybody to read. */
  words: Nullable(Type.String()),
  dueAt: Nullable(At),
  doneAt: Nullable(At),
  late: Type.Boolean(),
})
export type TopicMeasure = Static<typeof TopicMeasure>

export const TopicView = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.String(),
  stateName: Bilingual,
  tone: OneOf(TONES),
  openedAt: At,
  /** Of the step that it stands at; the dates of the work stand with its measures. */
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
  /** Newest of each unit; none while they are being named, for the first time or again. */
  measures: Type.Array(TopicMeasure),
  /** What was chosen when the result was shown, and what was said of it. */
  effect: Nullable(Bilingual),
  conclusion: Nullable(Type.String()),
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
    /** What explains it within the place; none for the public, which is told the place. */
    buildings: Type.Array(RecurringBuildingView),
  }),
  /** What follows is being counted anew; until then there are no figures before and after. */
  recounting: Recounting,
  /** The thirty days before it was proposed; null while it is counted anew. */
  before: Nullable(TopicFigure),
  /** The first thirty days since the measures were done, or as many of them as are over; null before that. */
  after: Nullable(TopicFigure),
  /** The same days a year before `after`, or before `before` while there is no `after`; null where no data reach back so far. */
  yearBefore: Nullable(TopicCount),
  /** What thirty days usually had, in the year before `before`; null where no data reach back so far. */
  usual: Nullable(Type.Object({ from: At, until: At, perThirtyDays: Expected })),
  /** Fewer than this expected: nothing can be said of a difference. */
  tooFewToSay: Type.Boolean(),
})
export type TopicView = Static<typeof TopicView>

const closed = { additionalProperties: false } as const
/** Proposed from a matter or a rectification that shows what keeps going wrong. */
export const ProposeTopic = Type.Object({ caseId: Id }, closed)
export const TopicProposed = Type.Object({ topicId: Id })
