import {
  type Bilingual,
  isWithin,
  PLACE_UNIT_WORDS,
  type RoutingFault,
  type RoutingRule,
  shadowed,
} from '@lianxin/contract'
import type { Routable } from './resolve-units.ts'

/** What there is, for rules to name. */
export type RuleGround = {
  readonly units: readonly (Routable & {
    readonly name: string
    readonly nameEn: string
    readonly ended: boolean
    readonly staffed: boolean
  })[]
  readonly items: readonly {
    readonly code: string
    readonly major: string
    readonly questions: readonly {
      readonly code: string
      readonly choices: readonly { readonly code: string }[]
    }[]
  }[]
  readonly places: ReadonlySet<string>
}

export const majorOfItem =
  (items: RuleGround['items']) =>
  (code: string): string | undefined =>
    items.find((item) => item.code === code)?.major

/** All that is wrong with rules, in their order: what they name and is not there, where nobody is, what is never reached. */
export function ruleFaults(rules: readonly RoutingRule[], ground: RuleGround): readonly RoutingFault[] {
  const hidden = shadowed(rules, majorOfItem(ground.items))
  return rules.flatMap((rule, index) => {
    const by = hidden.find((one) => one.index === index)?.by
    const found = [
      ...unitFaults(rule, ground),
      ...conditionFaults(rule, ground),
      ...(by === undefined ? [] : [fault('unreachable', '', never(by))]),
    ]
    return found.map((one) => ({ ...one, number: index + 1, ruleId: rule.id }))
  })
}

/** Faults with which rules are not put into force. */
export const isDeadEnd = ({ kind }: Pick<RoutingFault, 'kind'>): boolean =>
  kind !== 'unitUnstaffed' && kind !== 'unreachable'

type Found = Pick<RoutingFault, 'kind' | 'subject' | 'sentence'>
const fault = (kind: Found['kind'], subject: string, sentence: Bilingual): Found => ({
  kind,
  subject,
  sentence,
})
const never = (by: number): Bilingual => ({
  zh: `永远轮不到：前面第 ${by + 1} 条已经管了它管的所有情况。`,
  en: `It is never reached: rule ${by + 1} before it covers all of it.`,
})

function unitFaults({ lead, coHandlers, when }: RoutingRule, { units }: RuleGround): readonly Found[] {
  return [...new Set([lead, ...coHandlers])].flatMap((word): readonly Found[] => {
    const there = units.filter((unit) => !unit.ended)
    const meant =
      word in PLACE_UNIT_WORDS
        ? there.filter((unit) => unit.kind === word && touches(unit.placeCode, when.places))
        : there.filter((unit) => unit.code === word)
    if (meant.length === 0)
      return [
        gone(
          word,
          units.find(({ code }) => code === word),
        ),
      ]
    return meant
      .filter((unit) => !unit.staffed)
      .map((unit) =>
        fault('unitUnstaffed', unit.code, {
          zh: `${unit.name}现在没有人在岗。`,
          en: `Nobody holds a post of ${unit.nameEn} now.`,
        }),
      )
  })
}

/** A unit's place and a rule's have something in common. */
const touches = (unitPlace: string, places: readonly string[]): boolean =>
  places.length === 0 || places.some((place) => isWithin(unitPlace, place) || isWithin(place, unitPlace))

const gone = (word: string, unit: RuleGround['units'][number] | undefined): Found =>
  fault(
    'unitGone',
    word,
    unit
      ? { zh: `${unit.name}已经撤销。`, en: `${unit.nameEn} has ended.` }
      : { zh: `没有“${word}”这个单位。`, en: `There is no unit ${word}.` },
  )

function conditionFaults({ when }: RoutingRule, { items, places }: RuleGround): readonly Found[] {
  const about = items.filter(
    ({ code, major }) =>
      when.items.length + when.majors.length === 0 ||
      when.items.includes(code) ||
      when.majors.includes(major),
  )
  const asks = (question: string, choice: string) =>
    about.some((item) =>
      item.questions.some((one) => one.code === question && one.choices.some(({ code }) => code === choice)),
    )
  return [
    ...when.items
      .filter((code) => !items.some((item) => item.code === code))
      .map((code) =>
        fault('itemGone', code, { zh: `事项 ${code} 已经停用。`, en: `Item ${code} has ended.` }),
      ),
    ...when.majors
      .filter((code) => !items.some((item) => item.major === code))
      .map((code) =>
        fault('itemGone', code, {
          zh: `大类 ${code} 里没有事项。`,
          en: `There is no item in group ${code}.`,
        }),
      ),
    ...when.places
      .filter((code) => !places.has(code))
      .map((code) =>
        fault('placeGone', code, { zh: `没有 ${code} 这个地点。`, en: `There is no place ${code}.` }),
      ),
    ...when.answers.flatMap(({ question, choices }) =>
      choices
        .filter((choice) => !asks(question, choice))
        .map((choice) =>
          fault('answerGone', `${question}.${choice}`, {
            zh: `这些事项没有“${question}”的“${choice}”这个回答。`,
            en: `These items have no answer ${choice} to ${question}.`,
          }),
        ),
    ),
  ]
}
