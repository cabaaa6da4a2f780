import Type, { type Static } from 'typebox'
import type { FieldProblem } from '../errors.ts'
import { type Bilingual, Id, marked, Nullable, OneOf } from '../schema.ts'
import { choice, closedObject, titled } from '../setting/setting.ts'
import type { Layout } from '../sheet/layout.ts'
import type { Shape } from '../sheet/shape.ts'
import { tableLayout } from '../sheet/table-layout.ts'
import { DAY_KINDS, MOST_RULES, type RoutingRule } from './routing-rule.ts'
import type { RoutingOptions } from './routing-views.ts'
import { DAY_KIND_WORDS, PLACE_UNIT_WORDS, WEEKDAY_WORDS } from './rule-words.ts'

const Time = marked(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), 'x-input', 'time')
const MonthDay = marked(
  Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  'x-input',
  'monthDay',
)
const ONE = '[A-Za-z0-9._-]+=[A-Za-z0-9._-]+(\\|[A-Za-z0-9._-]+)*'
const Answers = marked(Type.String({ pattern: `^${ONE}(; ?${ONE})*$` }), 'x-expected', {
  zh: '提问编号=选项编号，例如 heating=none|partly；几个提问用“;”隔开',
  en: 'question=choice by their codes, e.g. heating=none|partly; several questions are separated by “;”',
})
const WEEKDAYS = Object.fromEntries(WEEKDAY_WORDS.map((words, index) => [String(index + 1), words]))
const words = (named: RoutingOptions['units'] | RoutingOptions['places']): Record<string, Bilingual> =>
  Object.fromEntries(named.map(({ code, name }) => [code, name]))
const some = (of: Readonly<Record<string, Bilingual>>, maxItems: number) =>
  Type.Array(choice(of), { maxItems, uniqueItems: true })

/** A rule in one line: a column for each part of it. */
const ruleRow = ({ majors, items, places, units }: RoutingOptions) => {
  const unit: Record<string, Bilingual> = { ...PLACE_UNIT_WORDS, ...words(units) }
  return closedObject({
    id: titled(
      Nullable(Id),
      '规则编号（不用改，新规则不填）',
      'Rule id (to be left as it is; empty for a new rule)',
    ),
    majors: titled(some(words(majors), 30), '大类', 'Groups'),
    items: titled(some(words(items), 60), '事项', 'Items'),
    places: titled(some(words(places), 60), '地点', 'Places'),
    weekdays: titled(some(WEEKDAYS, 7), '星期', 'Weekdays'),
    day: titled(Nullable(marked(OneOf(DAY_KINDS), 'x-choices', DAY_KIND_WORDS)), '哪种日子', 'Kind of day'),
    hoursFrom: titled(Nullable(Time), '每天从', 'Hours from'),
    hoursTo: titled(Nullable(Time), '每天到', 'Hours to'),
    seasonFrom: titled(Nullable(MonthDay), '每年从', 'Season from'),
    seasonTo: titled(Nullable(MonthDay), '每年到', 'Season to'),
    answers: titled(Nullable(Answers), '回答', 'Answers'),
    lead: titled(choice(unit), '主办', 'Lead unit'),
    coHandlers: titled(some(unit, 7), '协办', 'Supporting units'),
  })
}
export type RuleRow = Static<ReturnType<typeof ruleRow>>

/** Routing rules as a spreadsheet: a row for each, in their order. */
export const ruleLayout = (options: RoutingOptions): Layout => tableLayout(ruleRow(options) as Shape)

export const rowOfRule = ({ id, when, lead, coHandlers }: RoutingRule): RuleRow => ({
  ...{ id, majors: when.majors, items: when.items, places: when.places, day: when.day },
  weekdays: when.weekdays.map(String),
  ...{ hoursFrom: when.hours?.from ?? null, hoursTo: when.hours?.to ?? null },
  ...{ seasonFrom: when.season?.from ?? null, seasonTo: when.season?.to ?? null },
  answers: when.answers.map(({ question, choices }) => `${question}=${choices.join('|')}`).join('; ') || null,
  ...{ lead, coHandlers },
})

/** The rule that a row says; one without a number gets a new one. */
export const ruleOfRow = (row: RuleRow, newId: () => string): RoutingRule => ({
  id: row.id ?? newId(),
  when: {
    ...{ majors: row.majors, items: row.items, places: row.places, day: row.day },
    weekdays: row.weekdays.map(Number),
    hours: row.hoursFrom && row.hoursTo ? { from: row.hoursFrom, to: row.hoursTo } : null,
    season: row.seasonFrom && row.seasonTo ? { from: row.seasonFrom, to: row.seasonTo } : null,
    answers: (row.answers ?? '')
      .split(/;\s*/)
      .filter((one) => one !== '')
      .map((one) => {
        const [question = '', choices = ''] = one.split('=')
        return { question, choices: choices.split('|') }
      }),
  },
  ...{ lead: row.lead, coHandlers: row.coHandlers },
})

/** What the cells of rows do not show one by one. */
export function ruleRowProblems(rows: readonly RuleRow[]): readonly FieldProblem[] {
  const each = rows.flatMap((row, index) => [
    ...problem(
      row.id !== null && rows.findIndex(({ id }) => id === row.id) < index,
      `${index}.id`,
      '每条规则的编号不同；新规则不填',
      'an id of its own; empty for a new rule',
    ),
    ...problem(
      (row.hoursFrom === null) !== (row.hoursTo === null) ||
        (row.hoursFrom !== null && row.hoursFrom === row.hoursTo),
      `${index}.hoursTo`,
      '“每天从”“每天到”两个不同的时间，或者都不填',
      'two different times in “Hours from” and “Hours to”, or neither',
    ),
    ...problem(
      (row.seasonFrom === null) !== (row.seasonTo === null),
      `${index}.seasonTo`,
      '“每年从”“每年到”都填，或者都不填',
      'both “Season from” and “Season to”, or neither',
    ),
  ])
  const tooMany = problem(
    rows.length > MOST_RULES,
    'body',
    `最多 ${MOST_RULES} 条规则`,
    `at most ${MOST_RULES} rules`,
  )
  return [...each, ...tooMany]
}

const problem = (isWrong: boolean, field: string, zh: string, en: string): readonly FieldProblem[] =>
  isWrong ? [{ field, zh, en }] : []
