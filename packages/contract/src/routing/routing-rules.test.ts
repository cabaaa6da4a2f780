import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { OFFICE_HOURS } from '../rules/working-calendar.ts'
import { covers, shadowed } from './covers.ts'
import { firstMatch, holds, type RoutedMatter, type RoutingTime } from './first-match.ts'
import { ALWAYS, DAY_KINDS, type RoutingCondition, type RoutingRule } from './routing-rule.ts'
import { conditionWords, type RoutingNames, ruleWords } from './rule-words.ts'

const time: RoutingTime = {
  calendar: {
    version: 'test',
    utcOffsetMinutes: 480,
    years: { 2026: { published: true, holidays: ['2026-10-01'], makeUpWorkdays: ['2026-10-10'] } },
  },
  office: OFFICE_HOURS,
}
const at = (local: string) => Date.parse(`${local}:00+08:00`)
const matter = (more: Partial<RoutedMatter> = {}): RoutedMatter => ({
  ...{
    itemCode: '02001',
    major: '02',
    placeCode: '210105001010001',
    at: at('2026-11-27T10:00'),
    answers: [],
  },
  ...more,
})
const when = (more: Partial<RoutingCondition>): RoutingCondition => ({ ...ALWAYS, ...more })
const id = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`
const rule = (serial: number, more: Partial<RoutingCondition>, lead = 'heating'): RoutingRule => ({
  ...{ id: id(serial), when: when(more), lead, coHandlers: [] },
})
const night = { from: '18:00', to: '08:00' }

// 2026-11-27 is a Friday.
test.each([
  ['nothing said holds always', {}, {}, true],
  ['its item', { items: ['02001'] }, {}, true],
  ['another item', { items: ['02002'] }, {}, false],
  ['its group, beside an item that it is not', { items: ['09001'], majors: ['02'] }, {}, true],
  ['the subdistrict of its grid', { places: ['210105001'] }, {}, true],
  ['another subdistrict', { places: ['210105002'] }, {}, false],
  ['a subdistrict whose code only begins alike', { places: ['210105001011'] }, {}, false],
  ['its weekday', { weekdays: [5] }, {}, true],
  ['another weekday', { weekdays: [1, 6] }, {}, false],
  ['the first minute of a window', { hours: { from: '10:00', to: '11:00' } }, {}, true],
  ['the last minute, which is not part of it', { hours: { from: '09:00', to: '10:00' } }, {}, false],
  ['a night, in the evening', { hours: night }, { at: at('2026-11-27T18:00') }, true],
  ['a night, in the small hours', { hours: night }, { at: at('2026-11-28T07:59') }, true],
  ['a night, in the day', { hours: night }, {}, false],
  [
    'Friday’s night on Saturday morning',
    { hours: night, weekdays: [5] },
    { at: at('2026-11-28T02:00') },
    true,
  ],
  [
    'Saturday’s night on Saturday morning',
    { hours: night, weekdays: [6] },
    { at: at('2026-11-28T02:00') },
    false,
  ],
  ['a season over the new year', { season: { from: '11-01', to: '03-31' } }, {}, true],
  [
    'a season over the new year, in summer',
    { season: { from: '11-01', to: '03-31' } },
    { at: at('2026-07-01T10:00') },
    false,
  ],
  [
    'the last day of a season',
    { season: { from: '11-01', to: '11-27' } },
    { at: at('2026-11-27T23:59') },
    true,
  ],
  ['a working day', { day: 'workingDay' }, {}, true],
  ['a holiday', { day: 'restDay' }, { at: at('2026-10-01T10:00') }, true],
  ['a Saturday that is worked', { day: 'workingDay' }, { at: at('2026-10-10T10:00') }, true],
  ['office hours', { day: 'officeHours' }, {}, true],
  ['lunch', { day: 'afterHours' }, { at: at('2026-11-27T12:30') }, true],
  [
    'a choice that was made',
    { answers: [{ question: 'old', choices: ['yes', 'maybe'] }] },
    { answers: [{ question: 'old', choice: 'yes' }] },
    true,
  ],
  [
    'a choice that was not',
    { answers: [{ question: 'old', choices: ['yes'] }] },
    { answers: [{ question: 'old', choice: 'no' }] },
    false,
  ],
  [
    'a question that nobody answered',
    { answers: [{ question: 'old', choices: ['yes'] }] },
    { answers: [{ question: 'old' }] },
    false,
  ],
] as const)('%s', (_what, condition, asked, expected) => {
  expect(
    holds(when(condition as Partial<RoutingCondition>), matter(asked as Partial<RoutedMatter>), time),
  ).toBe(expected)
})

describe('the order', () => {
  const rules = [
    rule(1, { majors: ['09'] }, 'water'),
    rule(2, { majors: ['02'], hours: night }),
    rule(3, { majors: ['02'] }, 'housing'),
  ]

  it('decides: the first rule that holds', () => {
    expect(firstMatch(rules, matter(), time)).toEqual({ rule: rules[2], index: 2 })
    expect(firstMatch(rules, matter({ at: at('2026-11-27T22:00') }), time)?.index).toBe(1)
  })

  it('leaves what no rule is about to the catalogue', () => {
    expect(firstMatch(rules, matter({ major: '05', itemCode: '05001' }), time)).toBeUndefined()
    expect(firstMatch([], matter(), time)).toBeUndefined()
  })

  it('tells which rule an earlier one leaves nothing', () => {
    const majorOf = (code: string) => code.slice(0, 2)
    expect(shadowed(rules, majorOf)).toEqual([])
    expect(shadowed([...rules, rule(4, { items: ['02001'], places: ['210105001'] })], majorOf)).toEqual([
      { index: 3, by: 2 },
    ])
    expect(shadowed([rule(1, {}), rule(2, { weekdays: [1] })], majorOf)).toEqual([{ index: 1, by: 0 }])
  })
})

const hour = fc.constantFrom('00:00', '06:00', '08:00', '12:00', '18:00', '22:00')
const somePlaces = fc.subarray(['210105', '210105001', '210105001010', '210105002'], { maxLength: 2 })
const anyCondition: fc.Arbitrary<RoutingCondition> = fc.record({
  items: fc.subarray(['02001', '02002', '09001'], { maxLength: 2 }),
  majors: fc.subarray(['02', '09'], { maxLength: 1 }),
  places: somePlaces,
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  hours: fc.option(fc.record({ from: hour, to: hour }).filter(({ from, to }) => from !== to)),
  season: fc.option(
    fc.record({
      from: fc.constantFrom('01-01', '04-01', '11-01'),
      to: fc.constantFrom('03-31', '11-27', '12-31'),
    }),
  ),
  day: fc.option(fc.constantFrom(...DAY_KINDS)),
  answers: fc.constantFrom(
    [],
    [{ question: 'old', choices: ['yes'] }],
    [{ question: 'old', choices: ['yes', 'no'] }],
  ),
})
const anyMatter = fc.record({
  itemCode: fc.constantFrom('02001', '02002', '09001'),
  placeCode: fc.constantFrom('210105001010001', '210105001010', '210105002003'),
  at: fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-31T23:00') }),
  answers: fc.constantFrom([], [{ question: 'old', choice: 'yes' }], [{ question: 'old', choice: 'no' }]),
})

const FIELDS = ['items', 'majors', 'places', 'weekdays', 'hours', 'season', 'day', 'answers'] as const

test('a rule that covers another holds wherever that one holds', () => {
  let covered = 0
  const twenty = fc.array(anyMatter, { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(
      anyCondition,
      anyCondition,
      fc.subarray([...FIELDS]),
      twenty,
      (other, second, taken, asked) => {
        // It says what the other says where it was taken, so that covering happens and does not go without saying.
        const first = { ...second, ...Object.fromEntries(taken.map((field) => [field, other[field]])) }
        if (!covers(first, second, (code) => code.slice(0, 2))) return
        covered += 1
        for (const one of asked) {
          const full = { ...one, major: one.itemCode.slice(0, 2) }
          if (holds(second, full, time)) expect(holds(first, full, time)).toBe(true)
        }
      },
    ),
    { numRuns: 400, seed: 20261128 },
  )
  expect(covered).toBeGreaterThan(40)
})

describe('words', () => {
  const named = (text: string) => () => ({ zh: text, en: text })
  const names: RoutingNames = {
    ...{
      item: named('室温不达标'),
      major: named('供热'),
      place: named('三台子街道'),
      unit: named('供热中心'),
    },
    ...{ question: named('家里有老人吗？'), choice: named('有') },
  }

  it('say a rule as a sentence', () => {
    const long = rule(1, {
      ...{ majors: ['02'], places: ['210105001'], hours: night, day: 'workingDay', weekdays: [5, 1] },
      ...{ season: { from: '11-01', to: '03-31' }, answers: [{ question: 'old', choices: ['yes'] }] },
    })
    expect(ruleWords({ ...long, coHandlers: ['community'] }, names)).toEqual({
      zh: '事项属于供热 · 在三台子街道 · 11月1日至3月31日 · 周一、周五 · 工作日 · 18:00 到第二天 08:00 · “家里有老人吗？”答了有 → 主办：供热中心；协办：供热中心',
      en: 'it is about 供热 · in 三台子街道 · from 1 November to 31 March · Monday or Friday · on working days · 18:00 to 08:00 of the next day · “家里有老人吗？” is answered 有 → lead: 供热中心; supporting: 供热中心',
    })
  })

  it('say what has no name by its code, and that a rule without conditions holds always', () => {
    const nameless = Object.fromEntries(
      Object.keys(names).map((key) => [key, () => undefined]),
    ) as unknown as RoutingNames
    expect(conditionWords(when({ items: ['02001'] }), nameless)).toEqual([
      { zh: '事项属于02001', en: 'it is about 02001' },
    ])
    expect(ruleWords(rule(1, {}), nameless).zh).toBe('任何时候 → 主办：heating')
  })
})
