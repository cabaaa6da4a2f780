import Type, { type Static } from 'typebox'
import { RateView, Recounting } from '../figures/figure-views.ts'
import { HONEST_COUNTS, type HonestCount } from '../rules/honest-counts.ts'
import { At, Bilingual, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })

export const HonestCountsView = Type.Object(
  Object.fromEntries(HONEST_COUNTS.map((name) => [name, Count])) as Record<HonestCount, typeof Count>,
)

const Rates = Type.Object({
  ...{ signedInTime: RateView, onTime: RateView, solved: RateView, satisfied: RateView },
  ...{ reopened: RateView, inGrid: RateView, inCommunity: RateView },
})

export const EVALUATED_BY = ['unit', 'item', 'place'] as const
export type EvaluatedBy = (typeof EVALUATED_BY)[number]

/** A unit, an item or a place; never a person. */
export const EvaluationRow = Type.Object({
  /** The unit's id, the item's code or the place's code; empty where none is known yet. */
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  counts: HonestCountsView,
  rates: Rates,
})
export type EvaluationRow = Static<typeof EvaluationRow>

/**
 * A unit, an item or a place is asked for; the month is not over; beside one ground, unit, item or place fewer were left out
 * than the smallest group; not everything is counted yet.
 */
const EXCLUSIONS_UNTOLD = ['part', 'running', 'few', 'recounting'] as const

export const EvaluationBoard = Type.Object({
  at: At,
  month: Type.String(),
  by: OneOf(EVALUATED_BY),
  minimum: Count,
  confidencePercent: Count,
  /** While it is not null there are no rows, and no counts in the total. */
  recounting: Recounting,
  total: EvaluationRow,
  /**
   * What was left out of the rates, by the ground of the closed list; every ground, also where there was none. No counts where
   * they could speak of one matter: then `untold` says why.
   */
  exclusions: Type.Object({
    untold: Nullable(OneOf(EXCLUSIONS_UNTOLD)),
    minimumGroup: Count,
    grounds: Type.Array(Type.Object({ ground: Type.String(), name: Bilingual, count: Nullable(Count) })),
  }),
  /** In the order of the register, never by how well they do. */
  rows: Type.Array(EvaluationRow),
})
export type EvaluationBoard = Static<typeof EvaluationBoard>

/** A building that explains what its place shows; for those who see the matters, never for the public. */
export const RecurringBuildingView = Type.Object({
  name: Type.String(),
  nameEn: Type.String(),
  dwellings: Count,
  now: Count,
  /** By its usual share of the place. */
  expected: Type.Number({ minimum: 0 }),
  p: Type.Number({ minimum: 0, maximum: 1 }),
})
export type RecurringBuildingView = Static<typeof RecurringBuildingView>

/** An item that came up in a community more often than its usual share of it, season reckoned in. */
export const RecurrenceView = Type.Object({
  itemCode: Type.String(),
  itemName: Type.String(),
  itemNameEn: Type.String(),
  placeCode: PlaceCode,
  placeName: Type.String(),
  placeNameEn: Type.String(),
  now: Count,
  expected: Type.Number({ minimum: 0 }),
  /** How likely so many are by chance. */
  p: Type.Number({ minimum: 0, maximum: 1 }),
  buildings: Type.Array(RecurringBuildingView),
})
export type RecurrenceView = Static<typeof RecurrenceView>

export const Recurrences = Type.Object({
  month: Type.String(),
  /** While it is not null nothing is tested, and nothing proposed. */
  recounting: Recounting,
  /** What share of the proposals may be chance, in per cent. */
  falseAlarmPercent: Type.Number(),
  monthsBefore: Count,
  /** How many pairs of an item and a place, communities and grids together, were tested in the whole district. */
  tested: Count,
  proposals: Type.Array(RecurrenceView),
})
export type Recurrences = Static<typeof Recurrences>

/** A matter behind a number: what, where, which unit; no word and no person. */
export const EvaluatedCase = Type.Object({
  id: Id,
  number: Type.String(),
  itemName: Nullable(Type.String()),
  itemNameEn: Nullable(Type.String()),
  placeCode: PlaceCode,
  placeName: Type.String(),
  placeNameEn: Type.String(),
  unitName: Nullable(Type.String()),
  unitNameEn: Nullable(Type.String()),
  openedAt: At,
  /** How often the number counts it: rounds and verdicts count each. */
  times: Type.Integer({ minimum: 1 }),
})
export type EvaluatedCase = Static<typeof EvaluatedCase>
