import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readRuleSheet, writeRuleSheet } from '../sheet/rule-sheet.ts'
import { fieldsOf, present, type Shape } from '../sheet/shape.ts'
import { MOST_SHEET_CHARACTERS, MOST_SHEET_ROWS } from '../sheet/sheet-report.ts'
import { settingLayout } from './setting-sheet.ts'
import { SETTING_NAMES, SETTINGS, type SettingName, settingOf } from './settings.ts'

/** Any value of this form. */
function any(shape: Shape): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 9, multipleOf, minItems = 0, minLength = 0, maxLength = 20 } = shape
  if (shape.properties)
    return fc.record(Object.fromEntries(fieldsOf(shape).map(([name, field]) => [name, any(field)])))
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.type === 'array' && shape.items?.enum)
    return fc.subarray([...shape.items.enum], { minLength: minItems })
  if (shape.type === 'array')
    return fc.uniqueArray(any(shape.items ?? {}), { minLength: minItems, maxLength: 6, selector: keyOf })
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'integer') return fc.integer({ min: minimum, max: maximum })
  if (shape.type === 'number') {
    const step = multipleOf ?? 0.1
    return fc
      .integer({ min: Math.ceil(minimum / step), max: Math.floor(maximum / step) })
      .map((steps) => Number((steps * step).toFixed(1)))
  }
  if (shape['x-input'] === 'day')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  if (shape['x-input'] === 'time')
    return fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))
  if (shape['x-input'] === 'item') return fc.stringMatching(/^[a-z][a-z0-9.-]{1,20}$/)
  return fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('=', "'", '"', ',', ';', '\n', '-', ' ', '法'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      minLength,
      maxLength,
    })
    .map((text) => text.trim())
    .filter((text) => [...text].length >= minLength)
}
/** The value of this form that says most. */
function largest(shape: Shape): unknown {
  const form = present(shape)
  if (form.properties)
    return Object.fromEntries(fieldsOf(form).map(([name, field]) => [name, largest(field)]))
  if (form.type === 'array')
    return Array.from({ length: form.maxItems ?? form.items?.enum?.length ?? 0 }, () =>
      largest(form.items ?? {}),
    )
  if (form.enum) return form.enum.toSorted((one, other) => other.length - one.length)[0]
  if (form.type === 'boolean') return false
  if (form.type === 'integer' || form.type === 'number') return form.maximum ?? 0
  return '"'.repeat(form.maxLength ?? 12)
}

/** A step has one limit, whatever that is. */
const keyOf = (value: unknown) => {
  const { kind, clock } = (value ?? {}) as { readonly kind?: string; readonly clock?: string }
  return kind && clock ? `${kind} ${clock}` : JSON.stringify(value)
}

const read = (name: SettingName, csv: string, before: unknown = settingOf(name).initial) =>
  readRuleSheet(settingLayout(name, before), csv, (value) => settingOf(name).faults?.(value) ?? [])

describe.each(SETTING_NAMES)('the rule %s as a spreadsheet', (name) => {
  const { schema, initial } = settingOf(name)

  it('comes back as it went out, whatever it says', () => {
    fc.assert(
      fc.property(any(schema as Shape), (value) => {
        const layout = settingLayout(name, initial)
        const report = readRuleSheet(layout, writeRuleSheet(layout, value), () => [])
        expect([report.value, report.refused, report.faults, report.notRead]).toEqual([value, 0, [], []])
      }),
      { numRuns: 40 },
    )
  })

  it('fits into what may be sent, as large as it can be decided', () => {
    const csv = writeRuleSheet(settingLayout(name, initial), largest(schema as Shape))
    expect(csv.length).toBeLessThan(MOST_SHEET_CHARACTERS)
    expect(csv.split('\r\n').length).toBeLessThan(MOST_SHEET_ROWS)
  })

  it('has heads and words in both languages', () => {
    const { columns } = settingLayout(name, initial)
    for (const { title } of columns) expect([title.zh, title.en]).not.toContain('')
    expect(new Set(columns.map(({ title }) => title.zh)).size).toBe(columns.length)
    expect(new Set(columns.map(({ title }) => title.en)).size).toBe(columns.length)
  })
})

describe('a sheet that is not right', () => {
  const ladder = (...rows: readonly string[]) => ['事项级别,计时方式,用去时限,升到', ...rows].join('\r\n')
  const whole = ['level1', 'level2', 'level3', 'level4', 'level5'].map(
    (level) => `${level},every,100,区指挥中心`,
  )

  test('says of each wrong row which column, what was found there and what was expected', () => {
    const report = read(
      'ladder',
      ladder(
        ...whole,
        '一级（网格）,every,很久,社区',
        '六级,every,=50*4,火星',
        '一级（网格）,urgentHour,200%,社区',
      ),
    )
    expect(
      report.rows
        .slice(5)
        .map(({ line, outcome, faults }) => [
          line,
          outcome,
          faults.map(({ column, found }) => [column?.zh, found]),
        ]),
    ).toEqual([
      [7, 'refused', [['用去时限（%）', '很久']]],
      [
        8,
        'refused',
        [
          ['事项级别', '六级'],
          ['用去时限（%）', '=50*4'],
          ['升到', '火星'],
        ],
      ],
      [9, 'read', []],
    ])
    expect(report.rows[5]?.faults[0]?.expected).toEqual({
      zh: '50 到 1000 的整数（%）',
      en: 'a whole number from 50 to 1000 (%)',
    })
    expect(report.rows[6]?.faults[1]?.expected.zh).toContain('公式不会计算')
    expect([report.read, report.refused, report.faults]).toEqual([6, 2, []])
    expect(report.value).toHaveLength(6)
  })

  test('refuses a row that stands there twice, and rows that contradict each other, each with its own cell', () => {
    const twice = read('ladder', ladder(...whole, whole[0] ?? '', 'level1,every,200,社区'))
    expect(twice.rows.map(({ outcome }) => outcome)).toEqual([
      ...['read', 'read', 'read', 'read', 'read', 'refused', 'refused'],
    ])
    expect(twice.rows[5]?.faults[0]?.expected.en).toContain('line 2')
    expect(twice.rows[6]?.faults[0]).toMatchObject({ column: { en: 'Goes up to' }, found: '社区' })
    const short = read(
      'stepLimits',
      '事件类型,时限,改为,改为 · 计时方式\r\n诉求,sign,0.5,工作日\r\n诉求,dispatch,2,工作小时',
    )
    expect(short.rows.map(({ outcome, faults }) => [outcome, faults[0]?.found])).toEqual([
      ['refused', '0.5'],
      ['read', undefined],
    ])
  })

  test('says what is wrong with the right rows together, where no row alone is', () => {
    const report = read('ladder', ladder(...whole.slice(1)))
    expect([report.refused, report.faults]).toMatchObject([0, [{ column: null, found: null }]])
    expect(report.faults[0]?.expected.zh).toContain('一级（网格）')
  })

  test.each([
    ['no text', 'PK\u0003\u0004\u0000\u0000', 'CSV UTF-8'],
    ['an encoding that nobody named', '\ufffd\ufffd\ufffd,\ufffd', 'CSV UTF-8'],
    ['nothing but blanks', ' \r\n,,\r\n', 'CSV UTF-8'],
    ['other columns', '什么,都不是\r\n1,2', '事项级别'],
    ['too many rows', ladder(...Array.from({ length: 1001 }, () => whole[0] ?? '')), '1000'],
  ])('a file with %s is refused as a whole, in words', (_what, csv, said) => {
    const report = read('ladder', csv)
    expect([report.value, report.rows]).toEqual([null, []])
    expect(report.faults[0]?.expected.zh).toContain(said)
  })

  test('passes over columns that nobody knows and names them, in whatever order the others stand', () => {
    const rows = whole.map((row) => `区指挥中心,好,${row.split(',')[0]},every,100`)
    const report = read('ladder', ['升到,备注,Level of the item,counts,用去时限（%）', ...rows].join('\n'))
    expect([report.notRead, report.refused, report.read]).toEqual([['备注'], 0, 5])
  })

  test('reads what a spreadsheet made of times, days, numbers and codes', () => {
    const hours = read('officeHours', '编码,值\r\nopens,8:30:00\r\nweekdays,Monday 周二、friday')
    expect(hours.value).toMatchObject({
      opens: '08:30',
      weekdays: ['monday', 'tuesday', 'friday'],
      closes: '17:00',
    })
    const days = read('holidays', '年份,放假的日子,调休上班的日子\n２０２８,2028/1/1、2028年1月2日,')
    expect(days.value).toEqual([{ year: 2028, holidays: ['2028-01-01', '2028-01-02'], makeUpWorkdays: [] }])
  })

  test('keeps what a sheet of single fields does not name, and refuses a field that there is not', () => {
    const report = read(
      'evaluation',
      'code,value\nminimumSample,40\nranking,1\nminimumSample,50\nminimumGroup,2',
    )
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['read', 'refused', 'refused', 'refused'])
    expect(report.value).toEqual({ ...SETTINGS.evaluation.initial, minimumSample: 40 })
  })

  test('shows every step with the limit of the house, and leaves alone those without one of the district', () => {
    const csv = writeRuleSheet(settingLayout('stepLimits', []), [])
    expect(csv.split('\r\n').length).toBeGreaterThan(20)
    const report = read('stepLimits', csv)
    expect([report.value, report.refused, report.rows.every(({ outcome }) => outcome === 'house')]).toEqual([
      [],
      0,
      true,
    ])
  })
})
