import { ALWAYS, type RoutingCondition, type RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOptions } from '@lianxin/contract/routing/routing-views'

/** A rule that nobody has filled in yet. */
export const blankRule = (id: string): RoutingRule => ({ id, when: ALWAYS, lead: '', coHandlers: [] })

/** The rule one place up or down; at the end it stays where it is. */
export function moved(rules: readonly RoutingRule[], from: number, by: -1 | 1): readonly RoutingRule[] {
  const [one, other] = [rules[from], rules[from + by]]
  if (!one || !other) return rules
  return rules.map((rule, place) => (place === from ? other : place === from + by ? one : rule))
}

/** In the place of the rule with the same id, else at the end. */
export const placed = (rules: readonly RoutingRule[], rule: RoutingRule): readonly RoutingRule[] =>
  rules.some(({ id }) => id === rule.id)
    ? rules.map((one) => (one.id === rule.id ? rule : one))
    : [...rules, rule]

const MAJOR = 'major:'
/** Items and whole groups in one list, as a choice shows them. */
export const aboutOf = ({ majors, items }: RoutingCondition): string[] => [
  ...majors.map((code) => `${MAJOR}${code}`),
  ...items,
]

export const withAbout = (when: RoutingCondition, about: readonly string[]): RoutingCondition => ({
  ...when,
  majors: about.filter((one) => one.startsWith(MAJOR)).map((one) => one.slice(MAJOR.length)),
  items: about.filter((one) => !one.startsWith(MAJOR)),
})
export const majorChoice = (code: string): string => `${MAJOR}${code}`

/** Questions that an item of the condition asks; without items: none, because then nobody would know what was asked. */
export function questionsFor(
  when: RoutingCondition,
  { items, questions }: RoutingOptions,
): RoutingOptions['questions'] {
  const about = new Set(
    items
      .filter(({ code, major }) => when.items.includes(code) || when.majors.includes(major))
      .map(({ code }) => code),
  )
  return questions.filter((question) => question.items.some((code) => about.has(code)))
}

/** The choices that count for a question; none: the question says nothing. */
export const withAnswer = (
  when: RoutingCondition,
  question: string,
  choices: readonly string[],
): RoutingCondition => ({
  ...when,
  answers: [
    ...when.answers.filter((one) => one.question !== question),
    ...(choices.length > 0 ? [{ question, choices: [...choices] }] : []),
  ],
})

/** Which part of a rule is not ready to be kept. */
export function unready(rule: RoutingRule): 'lead' | 'hours' | undefined {
  if (rule.lead === '') return 'lead'
  const { hours } = rule.when
  return hours && (hours.from === hours.to || hours.from === '' || hours.to === '') ? 'hours' : undefined
}

/** Days of each month of a leap year. */
export const daysIn = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate()

export const monthDay = (month: number, day: number): string =>
  `${String(month).padStart(2, '0')}-${String(Math.min(day, daysIn(month))).padStart(2, '0')}`
