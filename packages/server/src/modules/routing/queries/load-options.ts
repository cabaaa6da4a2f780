import type { RoutingOptions, RoutingRule } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { type Item, itemsInForce } from '../../catalogue/index.ts'
import { type UnitStanding, unitStandings } from '../../org/index.ts'
import { placeNames, placesInForce } from '../../place/index.ts'
import type { RuleGround } from '../domain/rule-faults.ts'

export type RoutingGround = Omit<RuleGround, 'units' | 'items'> & {
  readonly units: readonly UnitStanding[]
  readonly items: readonly Item[]
}

/** What there is at a moment, for these rules to name. */
export async function loadRuleGround(
  tx: Tx,
  rules: readonly RoutingRule[],
  moment = tx.now,
): Promise<RoutingGround> {
  const named = rules.flatMap(({ when }) => when.places)
  return {
    units: await unitStandings(tx, moment),
    items: await itemsInForce(tx),
    places: await placesInForce(tx, [...new Set(named)]),
  }
}

/** What rules can be made of, with names; and whatever these rules name beside it. */
export async function loadOptions(
  tx: Tx,
  rules: readonly RoutingRule[],
  { units, items }: Pick<RoutingGround, 'units' | 'items'>,
): Promise<RoutingOptions> {
  const there = units.filter((unit) => !unit.ended)
  const seats = there.filter(({ kind }) => kind !== 'department').map(({ placeCode }) => placeCode)
  const codes = [...new Set([...seats, ...rules.flatMap(({ when }) => when.places)])].toSorted()
  const names = await placeNames(tx, codes)
  const majors = new Map(items.map((one) => [one.major, { zh: one.majorName, en: one.majorNameEn }]))
  const named = new Set(rules.flatMap(({ lead, coHandlers }) => [lead, ...coHandlers]))
  return {
    majors: [...majors].map(([code, name]) => ({ code, name })),
    items: items.map(({ code, name, nameEn, major }) => ({ code, name: { zh: name, en: nameEn }, major })),
    places: codes.map((code) => ({ code, name: bilingual(names.get(code), code) })),
    units: units
      .filter((unit) => !unit.ended || named.has(unit.code))
      .map(({ code, kind, name, nameEn }) => ({ code, kind, name: { zh: name, en: nameEn } })),
    questions: questionsOf(items),
  }
}

const bilingual = (names: { readonly name: string; readonly nameEn: string } | undefined, code: string) =>
  names ? { zh: names.name, en: names.nameEn } : both(code)
const both = (text: string) => ({ zh: text, en: text })

/** Questions with choices, each once with all the items that ask it. */
function questionsOf(items: readonly Item[]): RoutingOptions['questions'] {
  const asked = items.flatMap((item) =>
    item.questions
      .filter(({ choices }) => choices.length > 0)
      .map((question) => ({ item: item.code, question })),
  )
  return [...Map.groupBy(asked, ({ question }) => question.code)].map(([code, all]) => ({
    code,
    name: all[0]?.question.text ?? both(code),
    items: all.map(({ item }) => item),
    choices: [
      ...new Map(all.flatMap(({ question }) => question.choices.map((one) => [one.code, one.text] as const))),
    ].map(([choice, name]) => ({ code: choice, name })),
  }))
}
