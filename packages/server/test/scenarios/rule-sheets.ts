import {
  MOST_SHEET_CHARACTERS,
  type RoutingOverview,
  type RoutingRule,
  type RuleSheetReport,
  SETTING_NAMES,
  type SettingName,
} from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'

/** Rules as spreadsheets: out, in, row by row, and decided like any other version. */
export function ruleSheetStories(town: () => Town): void {
  const check = async (who: 'ruleKeeper' | 'worker1', name: SettingName, csv: string) =>
    (await town().as(who)).post<RuleSheetReport>(`/api/settings/${name}/sheet/check`, { csv })

  test('every rule goes out as a spreadsheet to whoever works there, and is read back as it is in force', async () => {
    const worker = await town().as('worker1')
    for (const name of SETTING_NAMES) {
      const { text, type } = await worker.get(`/api/settings/${name}/rule.csv`)
      expect(type).toContain('text/csv')
      const { status, body } = await check('ruleKeeper', name, text)
      expect([name, status, body.refused, body.faults, body.notRead]).toEqual([name, 200, 0, [], []])
      expect((await check('worker1', name, text)).status).toBe(403)
    }
    expect((await town().anybody.get('/api/settings/ladder/rule.csv')).status).toBe(401)
  })

  test('what a sheet says is kept by nobody until it is decided, from its moment on', async () => {
    const { clock, as } = town()
    const csv = '编码,值\nminimumSample,40\nminimumGroup,1\nconfidencePercent,=1+89'
    const { body } = await check('ruleKeeper', 'evaluation', csv)
    expect(body.rows.map(({ outcome, faults }) => [outcome, faults[0]?.found])).toEqual([
      ['read', undefined],
      ['refused', '1'],
      ['refused', '=1+89'],
    ])
    const history = async () =>
      (await (await as('worker1')).get<object[]>('/api/settings/evaluation/history')).body
    const before = (await history()).length
    const effectiveFrom = clock.now() + 3_600_000
    const decided = await (await as('ruleKeeper')).post('/api/settings/evaluation', {
      ...{ seenVersion: before - 1, effectiveFrom, value: body.value },
    })
    expect([decided.status, (await history())[0]]).toMatchObject([
      200,
      { effectiveFrom, value: { minimumSample: 40, minimumGroup: 5, confidencePercent: 95 } },
    ])
  })

  test('what is no sheet of rules is refused in words, and too much of it at the door', async () => {
    for (const csv of ['PK\u0003\u0004\u0000', '\ufffd\ufffd', 'a,b\n1,2', '级别\n'.repeat(1_500)])
      expect((await check('ruleKeeper', 'ladder', csv)).body).toMatchObject({ value: null, rows: [] })
    const huge = await check('ruleKeeper', 'ladder', 'level1,every,100,community\n'.repeat(160_000))
    expect([huge.status, huge.body]).toMatchObject([413, { code: 'input.too-large' }])
    expect((await check('ruleKeeper', 'ladder', 'x'.repeat(MOST_SHEET_CHARACTERS + 1))).status).toBe(400)
  })

  test('routing rules go out and come in as a draft, by names or codes', async () => {
    const dispatcher = await town().as('dispatcher')
    const sheet = (csv: string) => dispatcher.post<RuleSheetReport>('/api/routing/sheet/check', { csv })
    const { text } = await dispatcher.get('/api/routing/rules.csv')
    expect((await sheet(text)).body).toMatchObject({ value: [], refused: 0 })
    const { majors, items } = (await dispatcher.get<RoutingOverview>('/api/routing')).body.options
    const [head = ''] = text.split('\r\n')
    const row = (lead: string) => `,${majors[0]?.code},${items[0]?.code},,,,,,,,,${lead},所在社区`
    const { body } = await sheet([head, row('供热公司'), row('无此单位')].join('\n'))
    expect(body.rows.map(({ outcome, faults }) => [outcome, faults[0]?.column?.zh])).toEqual([
      ['read', undefined],
      ['refused', '主办'],
    ])
    const rules = body.value as readonly RoutingRule[]
    expect(rules).toMatchObject([{ lead: 'heating', coHandlers: ['community'] }])
    const saved = await dispatcher.post('/api/routing/draft', { seenVersion: 0, rules })
    expect([saved.status, saved.body]).toMatchObject([200, { version: 1 }])
    expect((await (await town().as('worker1')).post('/api/routing/sheet/check', { csv: text })).status).toBe(
      403,
    )
  })
}
