import Type, { type Static } from 'typebox'
import { UnitName } from '../case/case-links.ts'
import { RateView } from '../figures/figure-views.ts'
import { At, Bilingual, Id, Nullable, OneOf } from '../schema.ts'
import { CALL_ASPECTS } from './call-counts.ts'

const Count = Type.Integer({ minimum: 0 })

/** An aspect that the caller rates: its share of 4 and 5 among all ratings. */
export const RatedAspect = Type.Object({ aspect: OneOf(CALL_ASPECTS), name: Bilingual, rate: RateView })
export type RatedAspect = Static<typeof RatedAspect>

/** How a unit came when it was called. Each rate with both numbers. */
export const CalledUnit = Type.Object({
  unit: UnitName,
  called: Count,
  answered: RateView,
  arrived: RateView,
  refused: Count,
  upheld: RateView,
  absent: Count,
  rated: Count,
  aspects: Type.Array(RatedAspect),
})
export type CalledUnit = Static<typeof CalledUnit>

export const WhistleBoard = Type.Object({
  at: At,
  /** Null: the last twelve months. */
  month: Nullable(Type.String()),
  minimum: Count,
  confidencePercent: Count,
  /** Whistles blown within the reader's reach. */
  blown: Count,
  /** In the order of the register, never by how well they do. */
  units: Type.Array(CalledUnit),
})
export type WhistleBoard = Static<typeof WhistleBoard>

/** A rated call of a unit: where, when, what for, how it was rated; no word of it and no person. */
export const RatedCall = Type.Object({
  caseId: Id,
  number: Type.String(),
  placeName: Type.String(),
  placeNameEn: Type.String(),
  causeName: Bilingual,
  blownAt: At,
  /** Came before its deadline. */
  inTime: Type.Boolean(),
  overruled: Type.Boolean(),
  scores: Type.Array(Type.Object({ name: Bilingual, score: Type.Integer({ minimum: 1, maximum: 5 }) })),
})
export type RatedCall = Static<typeof RatedCall>
