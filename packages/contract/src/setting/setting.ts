import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import type { FieldProblem } from '../errors.ts'
import type { Permission } from '../permissions.ts'
import type { ClockKind } from '../rules/clock.ts'
import { type Bilingual, marked, OneOf } from '../schema.ts'
import type { UnitWords } from '../sheet/shape.ts'
import type { HouseRows } from '../sheet/table-layout.ts'

/**
 * A rule that a district decides for itself. Screens, validation and documentation all derive from the schema: give each
 * field its words with `titled`, each closed list with `choice`.
 */
export type Setting<S extends TSchema = TSchema> = {
  readonly title: Bilingual
  /** What it decides, in a sentence for whoever must live with it. */
  readonly explanation: Bilingual
  readonly schema: S
  /** In force until the district decides otherwise. */
  readonly initial: Static<S>
  readonly permit: Permission
  /** `kept`: an open matter keeps the version that was in force when it was opened; `everywhere`: counts for all from its date on. */
  readonly reaches: 'kept' | 'everywhere'
  /** Of a list in which whatever is not named keeps what the house has. */
  readonly house?: HouseRows
  /** What is wrong with a value that the schema cannot say; the field as a path in dots. */
  faults?(value: Static<S>): readonly FieldProblem[]
  /** Items that a value names, and where: each has to stand in the catalogue. */
  items?(value: Static<S>): readonly { readonly field: string; readonly code: string }[]
}

export const setting = <const S extends TSchema>(definition: Setting<S>): Setting<S> => definition

/** Gives a field the words that stand beside it on the screen. */
export const titled = <T extends TSchema>(schema: T, zh: string, en: string): T =>
  marked(schema, 'x-title', { zh, en })

/** What a number counts: “15 days”. */
export const counted = <T extends TSchema>(schema: T, unit: UnitWords): T => marked(schema, 'x-unit', unit)

/** What rules count in. A number and its unit are one expression: Chinese sets no space before “%”. */
export const COUNTED_IN = {
  perCent: { zh: '%', en: ' %' },
  days: { zh: ' 天', en: ' days', one: ' day' },
  calendarDays: { zh: ' 个自然日', en: ' calendar days', one: ' calendar day' },
  metres: { zh: ' 米', en: ' m' },
  minutes: { zh: ' 分钟', en: ' minutes', one: ' minute' },
  hours: { zh: ' 小时', en: ' hours', one: ' hour' },
  times: { zh: ' 次', en: ' times', one: ' time' },
  people: { zh: ' 人', en: ' people' },
  points: { zh: ' 分', en: ' points', one: ' point' },
  matters: { zh: ' 件', en: ' matters' },
} as const satisfies Readonly<Record<string, UnitWords>>

/** How a rule that is either on or off is said. */
export const YES_NO = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** A closed list whose words are shown in both languages. */
export const choice = <const C extends Readonly<Record<string, Bilingual>>>(words: C) =>
  marked(OneOf(Object.keys(words) as (keyof C & string)[]), 'x-choices', words)

/** An object without fields that nobody knows. */
export const closedObject = <const P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

export const CLOCK_KIND_WORDS = {
  urgentHour: { zh: '小时（全天计）', en: 'hours, around the clock' },
  workingHour: { zh: '工作小时', en: 'working hours' },
  workingDay: { zh: '工作日', en: 'working days' },
  calendarDay: { zh: '自然日', en: 'calendar days' },
} as const satisfies Readonly<Record<ClockKind, Bilingual>>

const ONE_OF_A_KIND: Readonly<Record<ClockKind, string>> = {
  urgentHour: 'hour, around the clock',
  workingHour: 'working hour',
  workingDay: 'working day',
  calendarDay: 'calendar day',
}

/** A limit as people say it: 4 working hours. */
export const saidLimit = ({
  amount,
  kind,
}: {
  readonly amount: number
  readonly kind: ClockKind
}): Bilingual => ({
  zh: `${amount} ${CLOCK_KIND_WORDS[kind].zh}`,
  en: `${amount} ${amount === 1 ? ONE_OF_A_KIND[kind] : CLOCK_KIND_WORDS[kind].en}`,
})

/** A limit: so many hours or days of a kind. Half hours are allowed, half days are not. */
export const Limit = closedObject({
  amount: titled(Type.Number({ minimum: 0.5, maximum: 2000, multipleOf: 0.5 }), '时限', 'Limit'),
  kind: titled(choice(CLOCK_KIND_WORDS), '计时方式', 'Counted in'),
})
export type Limit = Static<typeof Limit>

/** Days are whole. */
export const limitFaults = ({ amount, kind }: Limit, field: string): readonly FieldProblem[] =>
  (kind === 'workingDay' || kind === 'calendarDay') && !Number.isInteger(amount)
    ? [{ field, zh: '按天计时要填整数。', en: 'A limit in days is a whole number.' }]
    : []
