import { Value } from 'typebox/value'
import { describe, expect, it, test } from 'vitest'
import { OFFICE_HOURS } from '../rules/working-calendar.ts'
import { rungsFor } from './ladder.ts'
import { unitHoursOf } from './office-hours.ts'
import { SETTING_NAMES, SETTINGS, type SettingName, settingOf } from './settings.ts'
import { stepLimitOf } from './step-limits.ts'

type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly 'x-title'?: { readonly zh: string; readonly en: string }
  readonly 'x-choices'?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

/** Fields and choices that a screen could not name. */
const nameless = (shape: Shape, path: string): readonly string[] => [
  ...Object.entries(shape.properties ?? {}).flatMap(([name, field]) => [
    ...(field['x-title']?.zh && field['x-title'].en ? [] : [`${path}.${name}`]),
    ...nameless(field, `${path}.${name}`),
  ]),
  ...(shape.items ? nameless(shape.items, `${path}[]`) : []),
  ...(shape.enum ?? []).flatMap((word) =>
    shape['x-choices']?.[word]?.zh && shape['x-choices'][word].en ? [] : [`${path}=${word}`],
  ),
]

describe.each(SETTING_NAMES)('the rule %s', (name) => {
  const { schema, initial, title, explanation } = settingOf(name)

  it('starts with a value that it would accept', () => {
    expect(Value.Check(schema, initial)).toBe(true)
    expect(settingOf(name).faults?.(initial) ?? []).toEqual([])
  })

  it('can be read: itself, every field and every choice have words in both languages', () => {
    expect(nameless(schema as Shape, name)).toEqual([])
    for (const words of [title, explanation]) expect([words.zh, words.en]).not.toContain('')
  })
})

const faults = <N extends SettingName>(name: N, value: unknown) =>
  (settingOf(name).faults?.(value) ?? []).map(({ field }) => field)

describe('what a schema cannot say', () => {
  const week = SETTINGS.officeHours.initial
  const rung = (level: string, afterPercent: number, to: string) => ({
    ...{ level, counts: 'every', afterPercent, to },
  })
  const itemRung = (item: string, afterPercent: number, to: string) => ({ item, afterPercent, to })
  const rungs = SETTINGS.ladder.initial
  const limit = (amount: number, kind: string) => ({ amount, kind })
  const step = (clock: string, amount = 4, counted = 'workingHour') => ({
    ...{ kind: 'request', clock, limit: limit(amount, counted) },
  })

  const published = (amount: number) => ({
    ...{ kind: 'deliberation', clock: 'publication', limit: limit(amount, 'calendarDay') },
  })
  const { voteRules } = SETTINGS
  const votes = (change: object) => ({
    ...voteRules.initial,
    ownersOrdinary: { ...voteRules.initial.ownersOrdinary, ...change },
  })

  test.each([
    ['lunch before opening', 'officeHours', { ...week, lunchFrom: '07:00' }, ['closes']],
    ['no hours on Monday', 'officeHours', { ...week, weekdays: ['tuesday'] }, ['weekdays']],
    ['no lunch at all is fine', 'officeHours', { ...week, lunchFrom: '12:00', lunchTo: '12:00' }, []],
    ['a clock that the kind lacks', 'stepLimits', [step('mow')], ['0.clock']],
    ['the clock of the item', 'stepLimits', [step('handle')], ['0.clock']],
    ['a clock twice', 'stepLimits', [step('sign'), step('sign', 2)], ['1.clock']],
    ['half a day', 'stepLimits', [step('sign', 0.5, 'workingDay')], ['0.limit.amount']],
    ['half an hour is fine', 'stepLimits', [step('sign', 0.5)], []],
    ['a later rung that leads down', 'ladder', [...rungs, rung('level3', 200, 'community')], ['9.to']],
    [
      'a later rung of one item that leads down',
      'itemLadders',
      [
        itemRung('05001', 60, 'subdistrict'),
        itemRung('05002', 50, 'commandCentre'),
        itemRung('05001', 80, 'community'),
      ],
      ['2.to'],
    ],
    ['a level without a rung', 'ladder', rungs.filter((one) => one.level !== 'level2'), ['body']],
    ['a decision published for six days', 'stepLimits', [published(6)], ['0.limit.amount']],
    ['… and for ten', 'stepLimits', [published(10)], []],
    [
      'owners who need less than the law',
      'voteRules',
      votes({ approve: 'half' }),
      ['ownersOrdinary.approve'],
    ],
    ['owners who need more', 'voteRules', votes({ approve: 'twoThirds' }), []],
  ] as const)('%s', (_what, name, value, fields) => {
    expect(faults(name, value)).toEqual(fields)
  })
})

describe('what others ask of the rules', () => {
  it('is the same office week as the one the house had before it could be changed', () => {
    expect(unitHoursOf(SETTINGS.officeHours.initial)).toEqual(OFFICE_HOURS)
  })

  it('finds the rungs of a level, those for the kind of clock before those for every kind, soonest first', () => {
    const own = { level: 'level1', counts: 'urgentHour', afterPercent: 60, to: 'subdistrict' } as const
    const rungs = [...SETTINGS.ladder.initial.toReversed(), own]
    expect(rungsFor(rungs, 1, 'urgentHour')).toEqual([own])
    expect(rungsFor(rungs, 1, 'workingDay').map(({ to }) => to)).toEqual([
      'community',
      'subdistrict',
      'commandCentre',
    ])
  })

  it('finds the limit that the district gave a clock, and none for the others', () => {
    const limits = [{ kind: 'request', clock: 'sign', limit: { amount: 2, kind: 'workingHour' as const } }]
    expect(stepLimitOf(limits, 'request', 'sign')).toEqual({ amount: 2, kind: 'workingHour' })
    expect(stepLimitOf(limits, 'finding', 'sign')).toBeUndefined()
  })
})
