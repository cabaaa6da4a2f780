import Type, { type Static } from 'typebox'
import { At, Bilingual, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })

/** What happened to matters in a time. Each counts events: a matter that is closed, reopened and closed again is closed twice. */
export const StepCounts = Type.Object({
  registered: Count,
  /** All units that were handling it said that it is done. */
  answered: Count,
  closed: Count,
  reopened: Count,
  withdrawn: Count,
  /** Found and dealt with on the spot: counted apart, because it would make every other figure look better. */
  selfHandled: Count,
  /** Found to be the same matter as another, and joined with it. */
  merged: Count,
  /** Sent where a statute or an emergency line is in charge. */
  transferred: Count,
  /** Left out of the rates by a second person, counted then; closed does not count them. */
  excluded: Count,
  /** Went one rung up, late or handed up. */
  climbed: Count,
})
export type StepCounts = Static<typeof StepCounts>
export const STEP_COUNTS = Object.keys(StepCounts.properties) as (keyof StepCounts)[]

/** Open matters of a place at a moment. `dueSoon` within four hours; overdue ones are not among them. */
export const OpenCounts = Type.Object({ open: Count, overdue: Count, dueSoon: Count })
export type OpenCounts = Static<typeof OpenCounts>

/** A part and its whole, never without each other. */
export const RateView = Type.Object({
  numerator: Count,
  denominator: Count,
  /** 0 to 1; null when there is nothing to divide by. */
  value: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
  /** The interval, by the confidence that the district decided on. */
  interval: Nullable(Type.Tuple([Type.Number(), Type.Number()])),
  tooFewToSay: Type.Boolean(),
})
export type RateView = Static<typeof RateView>

/**
 * Being counted anew after a change of what is counted: event `done` of `of`. Until then there are no rates, and what is told
 * is a part; null: everything is counted.
 */
export const Recounting = Nullable(Type.Object({ done: Count, of: Count }))

export const PlaceName = Type.Object({
  code: PlaceCode,
  name: Type.String(),
  nameEn: Type.String(),
  level: OneOf(['province', 'city', 'district', 'subdistrict', 'community', 'grid'] as const),
})
export type PlaceName = Static<typeof PlaceName>

export const FigurePlace = Type.Object({
  ...PlaceName.properties,
  ...OpenCounts.properties,
  registered: Count,
  closed: Count,
  /** Beside `closed`, never in it: see {@link StepCounts}. */
  selfHandled: Count,
})
export type FigurePlace = Static<typeof FigurePlace>

/** How long before a deadline a matter counts as due soon. */
export const DUE_SOON_MS = 4 * 3_600_000
/** Rates are told over so many days, today included: a day alone is too few to say anything. */
export const RATE_DAYS = 30

const HourCounts = Type.Object({ registered: Count, closed: Count, selfHandled: Count })

/** The figures of a place, counted at one moment. */
export const FigureBoard = Type.Object({
  at: At,
  /** The last event that the figures count, while they are counted anew the last one that happened: the live stream goes on from there. */
  seq: Type.Integer({ minimum: 0 }),
  recounting: Recounting,
  place: PlaceName,
  /** From the reader's own place down to this one. */
  path: Type.Array(PlaceName),
  now: OpenCounts,
  today: StepCounts,
  /** The whole of yesterday. */
  yesterday: StepCounts,
  /** By the numbers of evaluation, over the last `days` instead of a month; evaluation may be counted anew while the figures are not. */
  rates: Type.Object({
    days: Count,
    recounting: Recounting,
    onTime: RateView,
    solved: RateView,
    satisfied: RateView,
  }),
  /** By hour of the local day, 24 of each. */
  hours: Type.Object({ today: Type.Array(HourCounts), yesterday: Type.Array(HourCounts) }),
  /** The places directly below, most overdue first. */
  below: Type.Array(FigurePlace),
})
export type FigureBoard = Static<typeof FigureBoard>

/** Open matters by area, for the map: every community, and the grids that have any. */
export const FigureMap = Type.Object({
  at: At,
  seq: Type.Integer({ minimum: 0 }),
  recounting: Recounting,
  areas: Type.Array(
    Type.Object({ code: PlaceCode, name: Type.String(), nameEn: Type.String(), ...OpenCounts.properties }),
  ),
})
export type FigureMap = Static<typeof FigureMap>

const Named = Type.Object({ name: Type.String(), nameEn: Type.String() })

/** An open matter without a word of it and without a person: what, where, who has it, until when. */
export const FigureCase = Type.Object({
  id: Id,
  number: Type.String(),
  item: Nullable(Named),
  stateName: Bilingual,
  place: PlaceName,
  gridCode: Nullable(PlaceCode),
  owner: Nullable(Named),
  openedAt: At,
  dueAt: At,
})
export type FigureCase = Static<typeof FigureCase>

export const FigureCases = Type.Object({ recounting: Recounting, cases: Type.Array(FigureCase) })
export type FigureCases = Static<typeof FigureCases>
