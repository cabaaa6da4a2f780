import Type, { type Static } from 'typebox'
import { CodeWord, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

const closed = { additionalProperties: false } as const
const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const DayOfYear = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** `officeHours` and `afterHours` are those of the district's offices at that very minute; the other two look at the day. */
export const DAY_KINDS = ['workingDay', 'restDay', 'officeHours', 'afterHours'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/**
 * When a rule holds: all that is said must hold, and what is left empty holds always. `items` and `majors` together: one of
 * them is enough.
 */
export const RoutingCondition = Type.Object(
  {
    items: Type.Array(CodeWord, { maxItems: 60 }),
    majors: Type.Array(CodeWord, { maxItems: 30 }),
    /** Each with all that lies within it. */
    places: Type.Array(PlaceCode, { maxItems: 60 }),
    /** 1 is Monday, 7 Sunday. */
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
    /** From the first minute up to, not including, the last; `18:00` to `08:00` goes through the night and belongs to the day on which it begins. */
    hours: Nullable(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed)),
    /** Both days are part of it; `11-01` to `03-31` goes over the new year. */
    season: Nullable(Type.Object({ from: DayOfYear, to: DayOfYear }, closed)),
    day: Nullable(OneOf(DAY_KINDS)),
    /** What was answered when the item was reported: each named question with one of these choices. */
    answers: Type.Array(
      Type.Object(
        { question: CodeWord, choices: Type.Array(CodeWord, { minItems: 1, maxItems: 20 }) },
        closed,
      ),
      { maxItems: 10 },
    ),
  },
  closed,
)
export type RoutingCondition = Static<typeof RoutingCondition>

/** A unit's code, or `community`, `subdistrict` or `commandCentre` for the place's own. */
export const UnitWord = CodeWord

/** `id` stays with the rule when it is moved or changed, so that an alert about it stays the same alert. */
export const RoutingRule = Type.Object(
  {
    id: Id,
    when: RoutingCondition,
    lead: UnitWord,
    coHandlers: Type.Array(UnitWord, { maxItems: 7 }),
  },
  closed,
)
export type RoutingRule = Static<typeof RoutingRule>

export const MOST_RULES = 200
/** In their order: the first that holds decides. */
export const RoutingRules = Type.Array(RoutingRule, { maxItems: MOST_RULES })
export type RoutingRules = Static<typeof RoutingRules>

/** A rule that says nothing yet holds for everything. */
export const ALWAYS: RoutingCondition = {
  ...{ items: [], majors: [], places: [], weekdays: [], hours: null, season: null, day: null, answers: [] },
}
