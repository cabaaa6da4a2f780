import Type, { type Static } from 'typebox'
import type { FieldProblem } from '../errors.ts'
import { KINDS } from '../kinds/kinds.ts'
import type { Bilingual } from '../schema.ts'
import { choice, closedObject, Limit, limitFaults, saidLimit, setting, titled } from './setting.ts'

/** Words of the kinds, and of the clocks whose limit is an amount of the kind's own. */
const kinds: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  KINDS.map(({ kind, name }) => [kind, name]),
)
/** A step of a kind of matter, with the limit of the house. */
export type Step = {
  readonly kind: string
  readonly clock: string
  readonly name: Bilingual
  readonly limit: Limit
  /** The law's own, in what the limit is counted in. */
  readonly atLeast?: number
  /** A date is named when the step begins: this is how far ahead it may be, in days of the calendar. */
  readonly isCap?: true
}
const ownClocks: readonly Step[] = KINDS.flatMap(({ kind, clocks }) =>
  Object.entries(clocks).flatMap(([clock, { name, limit, ...floor }]): readonly Step[] => {
    if (typeof limit !== 'object' || 'choice' in limit) return []
    if ('amount' in limit) return [{ kind, clock, name, limit, ...floor }]
    const most = { zh: `${name.zh}（最长）`, en: `${name.en} (at most)` }
    return [{ kind, clock, name: most, limit: { amount: limit.until, kind: 'calendarDay' }, isCap: true }]
  }),
)

/** Every step whose limit a district may decide, by kind of matter, with the limit of the newest version of the kind. */
export const STEPS_BY_KIND: readonly {
  readonly kind: string
  readonly name: Bilingual
  readonly steps: readonly Step[]
}[] = Object.entries(kinds).map(([kind, name]) => {
  const own = ownClocks.filter((one) => one.kind === kind)
  const steps = own.filter(({ clock }, index) => own.findIndex((one) => one.clock === clock) === index)
  return { kind, name, steps: steps.map(({ clock }) => own.findLast((one) => one.clock === clock) as Step) }
})
const clocks: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  ownClocks.map(({ clock, name }) => [clock, name]),
)

const StepLimit = closedObject({
  kind: titled(choice(kinds), '事件类型', 'Kind of matter'),
  clock: titled(choice(clocks), '时限', 'Clock'),
  limit: titled(Limit, '改为', 'Limit'),
})
export const StepLimits = Type.Array(StepLimit, { maxItems: 100 })
export type StepLimits = Static<typeof StepLimits>

/** The district's own limit of a clock; undefined: the kind's own holds. */
export const stepLimitOf = (limits: StepLimits, kind: string, clock: string): Limit | undefined =>
  limits.find((one) => one.kind === kind && one.clock === clock)?.limit

/** Publication for seven days is not a district's to shorten. */
const tooShort = (limit: Limit, field: string, own: Step | undefined): readonly FieldProblem[] => {
  if (own?.atLeast === undefined || (limit.kind === own.limit.kind && limit.amount >= own.atLeast)) return []
  const { zh, en } = saidLimit({ amount: own.atLeast, kind: own.limit.kind })
  return [{ field, zh: `规定不少于${zh}。`, en: `The rules ask for at least ${en}.` }]
}

/** How far ahead a date may be is counted as dates are. */
const notInDays = (limit: Limit, field: string, own: Step | undefined): readonly FieldProblem[] =>
  own?.isCap && limit.kind !== 'calendarDay'
    ? [{ field, zh: '最长多久按自然日计。', en: 'How far ahead a date may be is counted in calendar days.' }]
    : []

export const stepLimits = setting({
  title: { zh: '各环节时限', en: 'Limits of the steps' },
  explanation: {
    zh: '研判、派遣、签收、核查等环节各有多少时间；由经办单位定日期的（挂账、整改、专题等），最长能定到多少天以后。区里没有另定的环节按系统原有的时限；办理时限在事项目录里。',
    en: 'How long triage, dispatch, signing, verification and the like may take; and where whoever handles it names a date (on hold, rectification, topic), how far ahead it may be. Steps for which the district has decided nothing keep the limits of the house; the limit of handling stands in the item catalogue.',
  },
  schema: StepLimits,
  initial: [],
  permit: 'setting.change',
  reaches: 'kept',
  house: {
    title: { zh: '系统原有的时限（不用改）', en: 'Limit of the house (to be left as it is)' },
    rows: STEPS_BY_KIND.flatMap(({ steps }) => steps).map(({ kind, clock, name, limit }) => ({
      names: { kind, clock },
      note: {
        zh: `${name.zh}：${saidLimit(limit).zh}`,
        en: `${name.en}: ${saidLimit(limit).en}`,
      },
    })),
  },
  faults: (limits) =>
    limits.flatMap(({ kind, clock, limit }, index) => [
      ...(ownClocks.some((one) => one.kind === kind && one.clock === clock)
        ? []
        : [
            {
              field: `${index}.clock`,
              zh: '这类事件没有这个时限。',
              en: 'This kind of matter has no such clock.',
            },
          ]),
      ...(limits.findIndex((one) => one.kind === kind && one.clock === clock) < index
        ? [{ field: `${index}.clock`, zh: '这个时限列了两次。', en: 'This clock is listed twice.' }]
        : []),
      ...limitFaults(limit, `${index}.limit.amount`),
      ...notInDays(
        limit,
        `${index}.limit.kind`,
        ownClocks.findLast((one) => one.kind === kind && one.clock === clock),
      ),
      ...tooShort(
        limit,
        `${index}.limit.amount`,
        ownClocks.findLast((one) => one.kind === kind && one.clock === clock),
      ),
    ]),
})
