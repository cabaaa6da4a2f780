import type { RoutingOptions } from './routing-views.ts'
import { PLACE_UNIT_WORDS, type RoutingNames } from './rule-words.ts'

/** What codes are called, from what rules can be made of. */
export function namesOf({ items, majors, places, units, questions }: RoutingOptions): RoutingNames {
  const by = <T extends { readonly code: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.code, row]))
  const [item, major, place, unit, question] = [by(items), by(majors), by(places), by(units), by(questions)]
  const byPlace: Readonly<Record<string, (typeof PLACE_UNIT_WORDS)[keyof typeof PLACE_UNIT_WORDS]>> =
    PLACE_UNIT_WORDS
  return {
    item: (code) => item.get(code)?.name,
    major: (code) => major.get(code)?.name,
    place: (code) => place.get(code)?.name,
    unit: (code) => byPlace[code] ?? unit.get(code)?.name,
    question: (code) => question.get(code)?.name,
    choice: (asked, code) => question.get(asked)?.choices.find((one) => one.code === code)?.name,
  }
}
