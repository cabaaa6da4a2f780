import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_BODY_BYTES } from '../route.ts'
import { readRuleSheet, writeRuleSheet } from '../sheet/rule-sheet.ts'
import { MOST_SHEET_BYTES, MOST_SHEET_CHARACTERS } from '../sheet/sheet-report.ts'
import { ALWAYS, DAY_KINDS, MOST_RULES, type RoutingRule } from './routing-rule.ts'
import { type RuleRow, rowOfRule, ruleLayout, ruleOfRow, ruleRowProblems } from './rule-table.ts'

const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } })
const OPTIONS = {
  majors: [named('13', '供热', 'Heating'), named('07', '市容', 'Streets')],
  items: [
    { ...named('01003', '路灯不亮', 'Street lamp out'), major: '07' },
    { ...named('13501', '暖气不热、漏水', 'No heating, leaking'), major: '13' },
  ],
  places: [named('210105001', '三台子街道', 'Santaizi'), named('210105001010', '牡丹社区', 'Mudan')],
  units: [
    { ...named('heating', '供热公司', 'Heating Company'), kind: 'department' },
    { ...named('parks', '园林局', 'Parks'), kind: 'department' },
  ],
  questions: [],
}
const some = (codes: readonly string[]) => fc.subarray([...codes])
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))
const monthDay = fc
  .integer({ min: 0, max: 365 })
  .map((day) => new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(5, 10))
const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/)
const unit = fc.constantFrom('heating', 'parks', 'community', 'commandCentre')
const rule = fc.record({
  id: fc.uuid(),
  when: fc.record({
    items: some(['01003', '13501']),
    majors: some(['13', '07']),
    places: some(['210105001', '210105001010']),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    hours: fc.option(
      fc.uniqueArray(time, { minLength: 2, maxLength: 2 }).map(([from = '', to = '']) => ({ from, to })),
    ),
    season: fc.option(fc.record({ from: monthDay, to: monthDay })),
    day: fc.option(fc.constantFrom(...DAY_KINDS)),
    answers: fc.array(
      fc.record({ question: word, choices: fc.array(word, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 3 },
    ),
  }),
  lead: unit,
  coHandlers: some(['parks', 'subdistrict']),
})
const problems = (value: unknown) => ruleRowProblems(value as readonly RuleRow[])
const read = (csv: string) => readRuleSheet(ruleLayout(OPTIONS), csv, problems)
const rulesOf = (csv: string) =>
  (read(csv).value as readonly RuleRow[]).map((row) => ruleOfRow(row, () => 'new'))

test('routing rules come back from a spreadsheet as they went out', () => {
  fc.assert(
    fc.property(fc.uniqueArray(rule, { maxLength: 6, selector: ({ id }) => id }), (rules) => {
      const csv = writeRuleSheet(ruleLayout(OPTIONS), rules.map(rowOfRule))
      expect(read(csv)).toMatchObject({ refused: 0, faults: [], notRead: [] })
      expect(rulesOf(csv)).toEqual(rules)
    }),
    { numRuns: 60 },
  )
})

test('a rule is written by names or by codes, and what cannot be is named by its column', () => {
  const head = '大类,事项,地点,星期,哪种日子,每天从,每天到,每年从,每年到,回答,主办,协办,Rule id'
  const csv = [
    head,
    '供热,路灯不亮、1003,Mudan,周一 周二,,8:00,17:30,11月1日,03-31,heating=none|partly,供热公司,所在社区,',
    ',,火星,,,18:00,,,,,nobody,,',
  ].join('\n')
  const { rows } = read(csv)
  expect(
    rows.map(({ outcome, faults }) => [outcome, faults.map(({ column, found }) => [column?.en, found])]),
  ).toEqual([
    ['refused', [['Items', '路灯不亮、1003']]],
    [
      'refused',
      [
        ['Places', '火星'],
        ['Lead unit', 'nobody'],
      ],
    ],
  ])
  expect(rulesOf(csv.replace('路灯不亮、1003', '1003'))).toMatchObject([
    {
      id: 'new',
      when: {
        ...{ majors: ['13'], items: ['01003'], places: ['210105001010'], weekdays: [1, 2] },
        ...{ hours: { from: '08:00', to: '17:30' }, season: { from: '11-01', to: '03-31' } },
        answers: [{ question: 'heating', choices: ['none', 'partly'] }],
      },
      ...{ lead: 'heating', coHandlers: ['community'] },
    },
  ])
  expect(read([head, ',,,,,18:00,,,,,heating,,'].join('\n')).rows[0]?.faults[0]?.column?.en).toBe('Hours to')
})

test('the largest rules that can be saved go out and come in again', () => {
  const long = (code: string) => named(code, code.padEnd(40, '长'), code)
  const codes = (length: number, digits: number) =>
    Array.from({ length }, (_, serial) => long(String(serial).padStart(digits, '0')))
  const options = {
    ...{ items: codes(60, 2).map((item) => ({ ...item, major: '00' })), majors: codes(30, 2) },
    ...{ places: codes(60, 6), units: OPTIONS.units, questions: [] },
  }
  const codesOf = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code)
  const most = {
    ...ALWAYS,
    ...{ items: codesOf(options.items), majors: codesOf(options.majors), places: codesOf(options.places) },
  }
  const rules = Array.from({ length: MOST_RULES }, (_, serial): RoutingRule => {
    const id = `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`
    return { id, when: most, lead: 'heating', coHandlers: [] }
  })
  // What room there is beside is one of codes, which stand in a sheet as they are.
  const room = MOST_BODY_BYTES - JSON.stringify({ seenVersion: 0, rules }).length
  expect(room).toBeGreaterThan(0)
  const csv = writeRuleSheet(ruleLayout(options), rules.map(rowOfRule))
  expect(csv.length + room).toBeLessThan(MOST_SHEET_CHARACTERS)
  expect(Buffer.byteLength(JSON.stringify({ csv }))).toBeLessThan(MOST_SHEET_BYTES)
  const report = readRuleSheet(ruleLayout(options), csv, problems)
  expect([report.refused, report.faults, report.read]).toEqual([0, [], rules.length])
})
