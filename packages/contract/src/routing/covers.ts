import { isWithin } from '../rules/place-codes.ts'
import { isInSeason, isInSpan, minuteOfDay } from './first-match.ts'
import type { RoutingCondition, RoutingRule } from './routing-rule.ts'

/**
 * Does `first` hold wherever `second` holds, so that a rule with `second` behind it is never asked? Errs to the safe side:
 * true is always right, false may overlook a case. `majorOf` gives the group of an item.
 */
export const covers = (
  first: RoutingCondition,
  second: RoutingCondition,
  majorOf: (itemCode: string) => string | undefined,
): boolean =>
  coversItems(first, second, majorOf) &&
  coversPlaces(first.places, second.places) &&
  coversTime(first, second) &&
  first.answers.every(({ question, choices }) =>
    second.answers.some((one) => one.question === question && one.choices.every((c) => choices.includes(c))),
  )

/** Each rule that an earlier one leaves nothing to, with that one's place in the order. */
export const shadowed = (
  rules: readonly RoutingRule[],
  majorOf: (itemCode: string) => string | undefined,
): readonly { readonly index: number; readonly by: number }[] =>
  rules.flatMap(({ when }, index) => {
    const by = rules.findIndex((earlier, place) => place < index && covers(earlier.when, when, majorOf))
    return by < 0 ? [] : [{ index, by }]
  })

function coversItems(
  first: RoutingCondition,
  second: RoutingCondition,
  majorOf: (itemCode: string) => string | undefined,
): boolean {
  if (first.items.length + first.majors.length === 0) return true
  if (second.items.length + second.majors.length === 0) return false
  return (
    second.majors.every((major) => first.majors.includes(major)) &&
    second.items.every(
      (item) => first.items.includes(item) || first.majors.includes(majorOf(item) ?? '\u0000'),
    )
  )
}

const coversPlaces = (first: readonly string[], second: readonly string[]): boolean =>
  first.length === 0 ||
  (second.length > 0 && second.every((inner) => first.some((outer) => isWithin(inner, outer))))

const DAY_MINUTES = 1440
const YEAR_DAYS = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
)

function coversTime(first: RoutingCondition, second: RoutingCondition): boolean {
  // A night counts as the day on which it began: what a condition says of days is comparable when both split days alike.
  const alike = nightEnd(first) === nightEnd(second)
  const saysOfDays = first.day === 'workingDay' || first.day === 'restDay' || first.season !== null
  if (saysOfDays && !alike) return false
  if (first.day !== null && first.day !== second.day) return false
  if (first.season && !YEAR_DAYS.every((date) => !inSeason(second, date) || inSeason(first, date)))
    return false
  // Between these minutes neither of the two changes its mind.
  const minutes = [0, ...edges(first), ...edges(second)]
  return Array.from({ length: 7 }, (_, day) => day * DAY_MINUTES).every((start) =>
    minutes.every((minute) => !inWeek(second, start + minute) || inWeek(first, start + minute)),
  )
}

const edges = ({ hours }: RoutingCondition): readonly number[] =>
  hours ? [minuteOfDay(hours.from), minuteOfDay(hours.to)] : []

/** The minute up to which the small hours count as the day before; 0: they never do. */
function nightEnd({ hours }: RoutingCondition): number {
  if (!hours) return 0
  return minuteOfDay(hours.from) > minuteOfDay(hours.to) ? minuteOfDay(hours.to) : 0
}

const inSeason = ({ season }: RoutingCondition, date: string): boolean =>
  season === null || isInSeason(date, season)

/** Minutes of a week from Monday's first on. */
function inWeek(when: RoutingCondition, minuteOfWeek: number): boolean {
  const minute = minuteOfWeek % DAY_MINUTES
  const today = Math.floor(minuteOfWeek / DAY_MINUTES)
  const day = minute < nightEnd(when) ? (today + 6) % 7 : today
  if (when.weekdays.length > 0 && !when.weekdays.includes(day + 1)) return false
  if (!when.hours) return true
  return isInSpan(minute, { from: minuteOfDay(when.hours.from), to: minuteOfDay(when.hours.to) })
}
