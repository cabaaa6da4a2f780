import {
  ITEM_COLUMNS,
  type ItemView,
  type KeptCatalogue,
  MOST_SHEET_CHARACTERS,
  type SheetReport,
} from '@lianxin/contract'
import { expect, test } from 'vitest'
import { asSeen, itemLadderSheet } from './item-ladder-sheet.ts'
import { describeInTown } from './open-town.ts'

const HOUR = 3_600_000
const BENCH = {
  ...{ name: '长椅坏了', nameEn: 'Broken bench', plain: '椅子坏了', plainEn: 'A bench is broken' },
  ...{ major: 'all', keywords: ['长椅'], kinds: ['request'], questions: [], level: 2 },
  ...{ leadUnit: 'community', clockKind: 'workingDay', limit: 3, source: '区里定的' },
}

describeInTown('the item catalogue and who keeps it', (town) => {
  const keeper = () => town().as('ruleKeeper')
  const decide = async (code: string, body: object) =>
    (await keeper()).post(`/api/catalogue/items/${code}`, { seenVersion: 0, effectiveFrom: null, ...body })
  const end = async (code: string, seenVersion: number) =>
    (await keeper()).post(`/api/catalogue/items/${code}/end`, { seenVersion, effectiveFrom: null })
  const kept = async () => (await (await keeper()).get<KeptCatalogue>('/api/catalogue')).body
  const keptItem = async (code: string) => (await kept()).items.find((item) => item.code === code)
  const publicly = async (code: string) =>
    (await town().anybody.get<ItemView[]>('/api/items')).body.find((item) => item.code === code)
  const minute = () => town().clock.advance(60_000 + 5_000)
  const sheet = async (action: 'sheet/check' | 'sheet', csv: string, more: object = {}) =>
    (await keeper()).post<SheetReport>(`/api/catalogue/${action}`, { csv, effectiveFrom: null, ...more })

  test('an item of the district is added, and can be raised from its minute on', async () => {
    expect((await decide('bench', { item: BENCH })).status).toBe(200)
    expect(await publicly('bench')).toBeUndefined()
    expect(await keptItem('bench')).toMatchObject({ present: null, planned: { version: 1 } })
    minute()
    expect(await publicly('bench')).toMatchObject({ version: 1, limit: 3, origin: 'district' })
  })

  test('a new version counts from its day on; an open matter keeps the one that it started with', async () => {
    const { clock, later, report, step, rows } = town()
    const { caseId } = await report({ itemCode: 'bench' })
    const tomorrow = clock.now() + 24 * HOUR
    const changed = { ...BENCH, limit: 9 }
    expect((await decide('bench', { seenVersion: 1, effectiveFrom: tomorrow, item: changed })).status).toBe(
      200,
    )
    expect(await publicly('bench')).toMatchObject({ version: 1, limit: 3 })
    await later(25 * HOUR)
    expect(await publicly('bench')).toMatchObject({ version: 2, limit: 9 })
    await report({ itemCode: 'bench' })
    const versions = await rows(
      `select item_version from grid_case where item_code = 'bench' order by opened_at`,
    )
    expect(versions).toEqual([{ item_version: 1 }, { item_version: 2 }])
    await step('worker1', caseId, 'takeUp', { itemCode: 'bench' })
    const history = await (await keeper()).get<object[]>('/api/catalogue/items/bench/history')
    expect(history.body).toMatchObject([
      { version: 2, limit: 9 },
      { version: 1, limit: 3 },
    ])
  })

  test('an item that open matters are about does not end: the refusal names them', async () => {
    const { number } = await town().report({ itemCode: 'bench' })
    const answer = await end('bench', 2)
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'catalogue.in-use' }])
    expect(answer.text).toContain(number)
    expect(await publicly('bench')).toMatchObject({ version: 2 })
  })

  test('an item that a question of another leads to does not end', async () => {
    expect((await end('trapped', 1)).body).toMatchObject({ code: 'catalogue.asked-for' })
  })

  test('an item that nobody needs ends, and can begin again', async () => {
    await decide('swing', { item: { ...BENCH, name: '秋千坏了' } })
    minute()
    expect((await end('swing', 1)).status).toBe(200)
    minute()
    expect(await publicly('swing')).toBeUndefined()
    expect(await keptItem('swing')).toMatchObject({ present: { ended: true, version: 2 } })
    expect((await town().anybody.report({ words: '秋千坏了', itemCode: 'swing' })).status).toBe(422)
    expect((await end('swing', 2)).body).toMatchObject({ code: 'catalogue.not-there' })
    expect((await decide('swing', { seenVersion: 2, item: BENCH })).status).toBe(200)
    minute()
    expect(await publicly('swing')).toMatchObject({ version: 3 })
  })

  test('nobody edits the provincial base, and only the keeper edits the rest', async () => {
    const item = { ...BENCH, limit: 99 }
    expect((await decide('lamp', { seenVersion: 1, item })).body).toMatchObject({
      code: 'catalogue.provincial',
    })
    expect((await end('lamp', 1)).body).toMatchObject({ code: 'catalogue.provincial' })
    for (const who of ['dutyOfficer', 'systemAdmin', 'worker1'] as const) {
      const answer = await (await town().as(who)).post('/api/catalogue/items/mine', {
        ...{ seenVersion: 0, effectiveFrom: null, item },
      })
      expect([who, answer.status]).toEqual([who, 403])
    }
    expect((await town().anybody.get('/api/catalogue')).status).toBe(401)
  })

  test('two people at once: one decides, the other is told', async () => {
    const ask = async (who: 'ruleKeeper' | 'ruleKeeper2', limit: number) =>
      (await town().as(who)).post('/api/catalogue/items/bench', {
        ...{ seenVersion: 2, effectiveFrom: null, item: { ...BENCH, limit } },
      })
    const replies = await Promise.all([ask('ruleKeeper', 4), ask('ruleKeeper2', 5)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    minute()
  })

  test('what cannot be is refused, field by field', async () => {
    const choice = { code: 'yes', text: { zh: '是', en: 'Yes' }, becomes: 'nowhere' }
    const question = { code: 'q', text: { zh: '吗？', en: 'Is it?' }, required: true, choices: [choice] }
    const asked = { ...question, choices: [] }
    const wrong: readonly (readonly [string, object])[] = [
      ['leadUnit', { leadUnit: 'nobody' }],
      ['major', { major: 'none' }],
      ['item.kinds.0', { kinds: ['dragon'] }],
      ['questions', { questions: [question] }],
      ['questions', { questions: [asked, asked] }],
    ]
    for (const [field, more] of wrong) {
      const { status, body } = await decide('other', { item: { ...BENCH, ...more } })
      expect([status, body]).toMatchObject([400, { fields: [{ field }] }])
    }
    for (const more of [{ limit: 0 }, { limit: 1.5 }, { level: 6 }, { name: '' }, { keywords: [] }, { x: 1 }])
      expect((await decide('other', { item: { ...BENCH, ...more } })).status).toBe(400)
    expect((await decide('OTHER CODE', { item: BENCH })).status).toBe(400)
    expect(await keptItem('other')).toBeUndefined()
  })

  test('the catalogue goes out as a spreadsheet and comes back as it was', async () => {
    const { text, type } = await (await keeper()).get('/api/catalogue/items.csv')
    expect(type).toContain('text/csv')
    const { body } = await sheet('sheet/check', text)
    expect(body).toMatchObject({ added: 0, changed: 0, refused: 0 })
    expect(body.same).toBe(body.rows.length)
  })

  const HEAD = Object.values(ITEM_COLUMNS).map(({ zh }) => zh)
  const row = (code: string, more: Partial<Record<keyof typeof ITEM_COLUMNS, string>> = {}) => {
    const cells: Record<string, string> = {
      ...{ code, origin: 'district', name: '石凳', nameEn: 'Bench', plain: '凳子', plainEn: 'A bench' },
      ...{ major: 'all', keywords: '石凳 凳子', kinds: '诉求 发现', level: '2', leadUnit: 'community' },
      ...{ limit: '3', clockKind: '工作日', source: '区里定的', questions: '', ...more },
    }
    return Object.keys(ITEM_COLUMNS)
      .map((column) => cells[column])
      .join(',')
  }
  const file = (...rows: readonly string[]) => [HEAD.join(','), ...rows].join('\r\n')

  test('each refused row says why, and nothing of the file is taken in', async () => {
    const csv = file(
      row('good'),
      row('lead', { leadUnit: 'nobody' }),
      row('lamp', { limit: '99' }),
      row('good'),
      row('none', { limit: '很快', level: '九' }),
      row('NOT A CODE'),
    )
    const { body } = await sheet('sheet/check', csv)
    expect(body.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      ...[
        [2, 'added'],
        [3, 'refused'],
        [4, 'refused'],
        [5, 'refused'],
        [6, 'refused'],
        [7, 'refused'],
      ],
    ])
    expect(
      body.rows.slice(1).every(({ reasons }) => reasons.every(({ zh, en }) => zh !== '' && en !== '')),
    ).toBe(true)
    expect(body.rows[1]?.reasons).toEqual([
      { zh: '主办单位：没有这个单位。', en: 'Lead unit: There is no such unit.' },
    ])
    expect(body.rows[4]?.reasons).toHaveLength(2)
    const taken = await sheet('sheet', csv, asSeen(body))
    expect(taken.body).toMatchObject({ code: 'catalogue.sheet-refused' })
    expect(await keptItem('good')).toBeUndefined()
  })

  itemLadderSheet(town)

  test('a file without columns, or without rows, is refused with what it lacks', async () => {
    for (const [csv, said] of [
      ['什么,都不是\r\n1,2', '主办单位'],
      [HEAD.join(','), '没有事项'],
      ['\u0000\ufeff"', '编号'],
    ] as const) {
      const { status, body } = await sheet('sheet/check', csv)
      expect([status, body.refused, body.rows[0]?.reasons[0]?.zh]).toEqual([
        ...[200, 1, expect.stringContaining(said)],
      ])
    }
    expect((await sheet('sheet/check', 'x'.repeat(MOST_SHEET_CHARACTERS + 1))).status).toBe(400)
  })

  test('a good file is taken in whole, once, and only as its report said', async () => {
    const csv = file(row('stone'), row('bench', { limit: '8' }), row('board', { name: '告示栏' }))
    const { body } = await sheet('sheet/check', csv)
    expect(body).toMatchObject({ added: 2, changed: 1, same: 0, refused: 0 })
    await decide('between', { item: BENCH })
    expect((await sheet('sheet', csv, asSeen(body))).body).toMatchObject({ code: 'catalogue.sheet-outdated' })
    expect(await keptItem('stone')).toBeUndefined()
    const again = await sheet('sheet/check', csv)
    const taken = await sheet('sheet', csv, asSeen(again.body))
    expect(taken.body).toMatchObject({ added: 2, changed: 1 })
    minute()
    expect(await publicly('bench')).toMatchObject({ limit: 8, name: '石凳' })
    expect(await publicly('board')).toMatchObject({ version: 1, kinds: ['request', 'finding'] })
    expect((await sheet('sheet/check', csv)).body).toMatchObject({ same: 3, added: 0, changed: 0 })
  })
})
