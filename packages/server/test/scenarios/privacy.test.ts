import type { Receipt } from '@lianxin/contract'
import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { pointIn, unitId } from './town.ts'

const MINUTE = 60_000
const CONTACT = { name: '欧阳试验', phone: '13800138000' }
const WORDS = '我家门口的灯坏了,夜里看不见'

describeInTown('what a requester told', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const told = async (point = pointIn()) => {
    const receipt = await town().report({
      words: WORDS,
      contact: CONTACT,
      where: { point, detail: '3 号楼 501' },
    })
    await town().step('dispatcher', receipt.caseId, 'triage', { itemCode: 'lamp' })
    await town().step('dispatcher', receipt.caseId, 'dispatch', {
      units: [{ unitId: unitId('housing'), role: 'lead' }],
    })
    return receipt
  }
  const reads = (caseId: string) =>
    town().rows<{ view: string; purpose: string | null; times: number }>(`
      select l.view, l.purpose, coalesce(r.times, 1) as times from read_ledger l left join read_repeat r on r.tenant = l.tenant and r.read_id = l.id
      where l.tenant = 1 and (select id from case_requester where tenant = 1 and case_id = '${caseId}') = any (l.subjects) order by l.at, l.id`)

  test('is masked until a purpose is stated, and each answer leaves a row', async () => {
    const { as } = town()
    const { caseId } = await told()
    const handler = await as('housing1')
    const masked = { masked: true, name: '欧阳**', phone: '138****8000' }
    const open = { masked: false, ...CONTACT }
    const view = (purpose?: string) => handler.get(`/api/cases/${caseId}`, purpose ? { purpose } : {})

    expect((await view()).body).toMatchObject({ words: WORDS, requester: masked })
    expect((await view('curiosity')).body).toMatchObject({ requester: masked })
    expect((await view('handleCase')).body).toMatchObject({ requester: open })
    const refused = await handler.get(`/api/cases/${caseId}/requester`)
    expect(refused).toMatchObject({ status: 403, body: { code: 'auth.purpose-required' } })
    expect(refused.text).not.toContain(CONTACT.phone)
    expect(
      (await handler.get(`/api/cases/${caseId}/requester`, { purpose: 'contactRequester' })).body,
    ).toMatchObject(open)
    expect(await reads(caseId)).toEqual([
      { view: 'case.view', purpose: null, times: 2 },
      { view: 'case.view', purpose: 'handleCase', times: 1 },
      { view: 'case.requester', purpose: 'contactRequester', times: 1 },
    ])
  })

  test('is one unreadable line where a sealed text is damaged: everything else goes on, and the operator is told once where', async () => {
    const { as, rows, faults, app } = town()
    const { caseId, number, followCode } = await told()
    const whole = await told()
    // The last byte of the authentication tag.
    const damage = (column: string) =>
      `${column} = set_byte(${column}, length(${column}) - 1, get_byte(${column}, length(${column}) - 1) # 1)`
    await rows(
      `update content set ${damage('body')} where tenant = 1 and id in (select words_id from case_detail where tenant = 1 and case_id = '${caseId}')`,
    )
    await rows(
      `update case_requester set ${damage('name')}, ${damage('phone')} where tenant = 1 and case_id = '${caseId}'`,
    )
    const said = {
      zh: '这段文字打不开，请告诉运维人员。',
      en: 'This text cannot be opened; tell the operator.',
    }
    const dispatcher = await as('dispatcher')
    const excerpts = async (language: string) => {
      const { body } = await dispatcher.get<{ rows: { id: string; excerpt: string }[] }>('/api/cases', {
        language,
      })
      const excerptOf = (id: string) => body.rows.find((row) => row.id === id)?.excerpt
      return [excerptOf(caseId), excerptOf(whole.caseId)]
    }
    expect(await excerpts('zh-CN')).toEqual([said.zh, WORDS])
    expect(await excerpts('en')).toEqual([said.en, WORDS])
    const handler = await as('housing1')
    const asked = { purpose: 'handleCase', language: 'en' }
    expect((await handler.get(`/api/cases/${caseId}`, asked)).body).toMatchObject({
      words: said.en,
      requester: { name: said.en, phone: said.en },
      where: { detail: '3 号楼 501' },
    })
    expect((await handler.get(`/api/cases/${caseId}`)).body).toMatchObject({
      requester: { masked: true, name: said.zh, phone: said.zh },
    })
    const follower = await town().follow({ caseId, number, followCode } as Receipt)
    expect((await follower.get('/api/follow/case')).body).toMatchObject({ words: said.zh })
    const moved = await town().step('housing1', caseId, 'sign')
    expect(moved.state).toBe('handling')
    await town().caughtUp()

    const places = faults.splice(0).map((line) => JSON.parse(line))
    expect(places.map(({ table, column, fault }) => `${table}.${column} ${fault}`).toSorted()).toEqual([
      'case_requester.name damaged',
      'case_requester.phone damaged',
      'content.body damaged',
    ])
    expect(JSON.stringify(places)).not.toContain(WORDS)
    const health = await app.http.inject('/readyz')
    expect(health.json()).toMatchObject({ ready: true, unreadableTexts: 3 })
    expect((await app.http.inject('/metrics')).body).toContain('lianxin_unreadable_texts 3')
  })

  test('the same read within five minutes is one row with a count, and after that a new one', async () => {
    const { as, clock } = town()
    const { caseId } = await told()
    const handler = await as('housing1')
    for (let minute = 0; minute < 4; minute += 1) {
      await handler.get(`/api/cases/${caseId}/requester`, { purpose: 'handleCase' })
      clock.advance(MINUTE)
    }
    clock.advance(2 * MINUTE)
    await handler.get(`/api/cases/${caseId}/requester`, { purpose: 'handleCase' })
    expect((await reads(caseId)).map(({ times }) => times)).toEqual([4, 1])
    await (await as('housingLead')).get(`/api/cases/${caseId}/requester`, { purpose: 'handleCase' })
    expect((await reads(caseId)).map(({ times }) => times)).toEqual([4, 1, 1]) // somebody else is another reader
  })

  test('lists, exports and photos leave rows too; the own matter leaves none', async () => {
    const { as, follow } = town()
    const receipt = await told()
    const lead = await as('housingLead')
    await lead.get(`/api/cases?number=${receipt.number}`)
    await lead.get(`/api/cases/export?number=${receipt.number}`, { purpose: 'superviseCase' })
    await (await follow(receipt)).get('/api/follow/case')
    expect((await reads(receipt.caseId)).map(({ view, purpose }) => [view, purpose])).toEqual([
      ['case.list', null],
      ['case.export', 'superviseCase'],
    ])
    expect((await lead.get('/api/cases/export')).body).toMatchObject({ code: 'auth.purpose-required' })
  })

  test('the auditor reads who read, and nobody else does; neither sees a name', async () => {
    const { as } = town()
    const { caseId } = await told()
    await (await as('housing1')).get(`/api/cases/${caseId}`, { purpose: 'handleCase' })
    const { body, text } = await (await as('auditor')).get<{ rows: unknown[] }>('/api/ledger')
    expect(body.rows[0]).toMatchObject({
      view: 'case.view',
      postTitle: '岗位housing1',
      unitName: '住建局',
    })
    expect(text).not.toContain(CONTACT.phone)
    for (const name of ['dispatcher', 'housing1', 'secretary1'] as const)
      expect(await (await as(name)).get('/api/ledger')).toMatchObject({
        status: 403,
        body: { code: 'auth.denied' },
      })
    expect((await (await as('auditor')).get(`/api/cases/${caseId}`)).body).toMatchObject({
      code: 'auth.denied',
    })
  })

  test('out of reach does not exist: not the matter, not its requester, not in any list', async () => {
    const { as, anybody } = town()
    const { caseId, number } = await told()
    for (const name of ['secretary2', 'heating1', 'sub2Dispatcher'] as const) {
      const person = await as(name)
      for (const url of [`/api/cases/${caseId}`, `/api/cases/${caseId}/suggestion`])
        expect(await person.get(url)).toMatchObject({ status: 404, body: { code: 'not-found' } })
      const asked = await person.get(`/api/cases/${caseId}/requester`, { purpose: 'handleCase' })
      expect(asked).toMatchObject({ status: 404, body: { code: 'not-found' } })
      const moved = await person.move(caseId, { move: 'sign', expectedVersion: 1 })
      expect(moved).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect((await person.get<{ rows: unknown[] }>(`/api/cases?number=${number}`)).body.rows).toEqual([])
    }
    expect(await anybody.get(`/api/cases/${caseId}`)).toMatchObject({
      status: 401,
      body: { code: 'auth.required' },
    })
    expect((await reads(caseId)).length).toBe(0)
  })

  test('stands nowhere in the database in plain words', async () => {
    const point = { ...pointIn(), lon: 123.4111777 }
    await told(point)
    await town().caughtUp()
    const tables = await town().rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const hidden = [CONTACT.phone, CONTACT.name, '我家门口的灯', '3 号楼 501', String(point.lon)]
    const found: string[] = []
    for (const { name } of tables.filter(
      ({ name: table }) => !['spatial_ref_sys', 'tenant_key'].includes(table),
    ))
      for (const secret of hidden) {
        const rows = await town()
          .rows(`select 1 from "${name}" t where t::text like '%${secret}%' limit 1`)
          .catch(() => [])
        if (rows.length > 0) found.push(`${name}: ${secret}`)
      }
    expect(found).toEqual([])
  })

  test('a follow code opens its own matter only, and a wrong one locks after some tries', async () => {
    const { anybody, clock } = town()
    const [mine, other] = [await told(), await told()]
    const crossed = await anybody.post('/api/follow', { number: mine.number, followCode: other.followCode })
    expect(crossed).toMatchObject({ status: 401, body: { code: 'follow.wrong' } })
    for (let index = 0; index < 12; index += 1)
      await anybody.post('/api/follow', { number: mine.number, followCode: other.followCode })
    const locked = await anybody.post('/api/follow', { number: mine.number, followCode: mine.followCode })
    expect(locked).toMatchObject({ status: 429, body: { code: 'auth.locked' } })
    clock.advance(61 * MINUTE)
    expect(
      (await anybody.post('/api/follow', { number: mine.number, followCode: mine.followCode })).status,
    ).toBe(200)
  })
})
