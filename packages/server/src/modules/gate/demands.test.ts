import { DAY_MS, type GateExtract } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { field, type GateDistrict, gateDistrict } from '../../../test/support/gate-hands.ts'
import { COMMUNITY, OTHER_COMMUNITY } from '../../../test/support/small-district.ts'
import { anonymous } from '../../kernel/actor.ts'
import { clockJob } from './jobs.ts'

describeOnEachDatabase('what may be asked at the gate', (database) => {
  let at: GateDistrict
  beforeAll(async () => {
    at = await gateDistrict(database())
  })

  test('the rule in words answers whoever asks for a check-in, a ranking, a photo, a list of residents', async () => {
    const refusal = async (made: object) => (await at.call(at.asker, 'POST', '/api/gate/requests', made)).body
    for (const label of [
      '每日打卡次数',
      '网格员排名',
      '现场照片',
      '学习平台登录率',
      '巡查轨迹',
      '身份证号',
      '信教人数',
    ])
      expect((await refusal(at.draft({}, { fields: [field('a', label, { kind: 'text' })] }))).code).toBe(
        'gate.forbidden',
      )
    const photo = await refusal(at.draft({}, { purpose: '请上传照片证明已经走访。' }))
    expect(String(photo['title'])).toContain('国办函〔2026〕12 号')
    const ruledOut = at.draft({}, { purpose: '了解助餐点的需要，无需拍照。' })
    expect((await at.call(at.asker, 'POST', '/api/gate/requests', ruledOut)).status).toBe(200)
  })

  test('what cannot be asked is refused and changes nothing', async () => {
    const refusal = async (made: object) =>
      (await at.call(at.asker, 'POST', '/api/gate/requests', made)).body.code
    expect(await refusal(at.draft({ minutes: 1 }))).toBe('gate.minutes-too-few')
    expect(await refusal(at.draft({ dutyCode: 'c.enforce' }))).toBe('gate.on-negative-list')
    expect(await refusal(at.draft({ dutyCode: 'c.none' }))).toBe('gate.entry-unknown')
    expect(await refusal(at.draft({ communityCodes: ['210105001099'] }))).toBe('gate.community-unknown')
    expect(await refusal(at.draft({ untilAt: at.clock.now() - 1 }))).toBe('gate.period-wrong')
    expect(await refusal(at.draft({}, { fields: [] }))).toBe('gate.fields-wrong')
    expect(await refusal(at.draft({}, { fields: [field('a', '网格数'), field('b', '网格总数')] }))).toBe(
      'gate.fields-wrong',
    )
    expect(await refusal(at.draft({ kind: 'plaque' }))).toBe('gate.fields-wrong')
    expect((await at.call(at.secretary, 'POST', '/api/gate/requests', at.draft())).status).toBe(403)
    expect((await at.call(anonymous, 'POST', '/api/gate/requests', at.draft())).status).toBe(401)
  })

  test('the form is filled in from what is known, once for each occasion, and never asked again by another form', async () => {
    const id = await at.passed()
    await at.answer(id, at.secretary)
    const form = await at.call(at.secretary, 'GET', `/api/gate/requests/${id}/form`)
    expect(form.body['fields']).toMatchObject([
      { key: 'a', known: 2, from: 'held' },
      { key: 'b', known: null, from: null },
    ])
    const occasionAt = form.body['occasionAt']
    const fill = (answers: object) =>
      at.call(at.secretary, 'POST', `/api/gate/requests/${id}/form`, { occasionAt, answers })
    expect((await fill({ a: 2 })).body).toMatchObject({ code: 'gate.answers-wrong' })
    expect((await fill({ a: 2, b: 31, c: 1 })).body.code).toBe('gate.answers-wrong')
    expect((await fill({ a: 2, b: 31 })).status).toBe(200)
    expect((await fill({ a: 2, b: 31 })).body.code).toBe('gate.filled')
    expect((await at.call(at.other, 'GET', `/api/gate/requests/${id}/form`)).body.code).toBe('gate.not-due')
    expect((await at.call(at.secretary, 'GET', `/api/gate/requests/${id}/answers`)).status).toBe(404)
    expect((await at.call(at.asker, 'GET', `/api/gate/requests/${id}/answers`)).body['rows']).toMatchObject([
      { answers: { a: 2, b: 31 }, typedCount: 1 },
    ])
    const second = at.draft(
      { minutes: 0 },
      { title: '助餐需要统计', fields: [field('x', '需要助餐的人数（人）')] },
    )
    const estimate = await at.call(at.asker, 'POST', '/api/gate/estimate', { requestId: null, draft: second })
    expect(estimate.body).toMatchObject({ held: 0, asked: 1, leastMinutes: 0 })
    expect(estimate.body['fields']).toMatchObject([{ status: 'asked', forms: [{ requestId: id }] }])
    const passed = await at.passed(second)
    expect((await at.view(passed)).state).toBe('inForce')
    const known = await at.call(at.secretary, 'GET', `/api/gate/requests/${passed}/form`)
    expect(known.body['fields']).toMatchObject([{ key: 'x', known: 31, from: 'earlier' }])
  })

  test('what is off the list is put to the communities also when nobody has to type anything', async () => {
    const free = { minutes: 0, frequency: 'once' as const }
    const fields = { fields: [field('a', '网格数')] }
    expect((await at.view(await at.passed(at.draft(free, fields)))).state).toBe('inForce')
    const id = await at.passed(at.draft({ ...free, dutyCode: null }, fields))
    expect(await at.view(id, at.secretary)).toMatchObject({
      ...{ state: 'asking', mine: { state: 'waiting' }, can: ['take', 'decline'] },
    })
    const tap = { move: 'decline', ground: 'offList' }
    for (const community of [at.secretary, at.other])
      expect((await at.answer(id, community, tap)).status).toBe(200)
    expect((await at.view(id)).state).toBe('refused')
  })

  test('what is on the list is refused as too much, never as off the list', async () => {
    const id = await at.passed(at.draft({ kind: 'inspection', frequency: 'once' }, { fields: [] }))
    const tap = { move: 'decline', ground: 'offList', dutyCode: 'c.enforce' }
    expect((await at.answer(id, at.secretary, tap)).body.code).toBe('gate.on-list')
    expect((await at.view(id, at.secretary)).mine?.state).toBe('waiting')
    const tooMuch = { move: 'decline', ground: 'tooMuch', reason: '本月只有两个人。' }
    expect((await at.answer(id, at.secretary, tooMuch)).status).toBe(200)
    expect((await at.view(id, at.secretary)).mine).toMatchObject({ state: 'refused', ground: 'tooMuch' })
  })

  test('the extract hands out what is held, nothing about a person, and small numbers of people blurred', async () => {
    const extract = (elements: string, actor = at.asker) =>
      at.call(actor, 'GET', `/api/gate/extract?elements=${elements}`)
    const got = (await extract('community.grids,community.gridWorkers')).body as unknown as GateExtract
    expect(got.rows).toMatchObject([
      { communityCode: COMMUNITY, values: ['2', '0'] },
      { communityCode: OTHER_COMMUNITY, values: ['1', '0'] },
    ])
    expect((await extract('community.secretary')).status).toBe(404)
    expect((await extract('resident.name')).status).toBe(404)
    expect((await extract('community.grids', at.secretary)).status).toBe(403)
    const file = await at.call(at.asker, 'GET', '/api/gate/extract.csv?elements=community.grids')
    expect(String(file.body['text'])).toContain('牡丹社区,2')
  })

  test('what the gatekeeper has not decided in time is told once, and ends with the decision', async () => {
    const id = await at.submitted()
    const late = async (actor: typeof at.asker) =>
      ((await at.call(actor, 'GET', '/api/gate/requests?box=overdue')).body['rows'] as { id: string }[]).map(
        (row) => row.id,
      )
    const told = () =>
      at.district.inside(
        async (tx) =>
          (
            await sql`select payload->>'requestId' as id, payload->'dueAt' as due from event where type = 'gate.decisionOverdue'`.execute(
              tx.db,
            )
          ).rows,
      )
    const dueAt = Number((await at.view(id)).dueAt)
    const run = () => clockJob.run(at.world, 1)
    at.clock.advance(dueAt - 1 - at.clock.now())
    expect([await run(), await told()]).toEqual([0, []])
    at.clock.advance(1)
    await Promise.all([run(), run()])
    expect([await run(), await told()]).toEqual([0, [{ id, due: dueAt }]])
    const officer = at.district.staff('auditor')
    expect([await late(officer), await late(at.asker), await late(at.secretary)]).toEqual([[id], [id], []])
    // The page that the gatekeeper has open is as good as before.
    expect((await at.decide(id, 2, 'return', '第一项已有数据，请删去。')).status).toBe(200)
    expect(await late(officer)).toEqual([])
    // Submitted again it has a time of its own.
    await at.call(at.asker, 'POST', `/api/gate/requests/${id}`, { expectedVersion: 3, draft: at.draft() })
    await at.step(id, 4, 'submit')
    expect([await run(), await late(officer)]).toEqual([0, []])
    at.clock.advance(7 * DAY_MS)
    await run()
    expect([await late(officer), (await told()).length]).toEqual([[id], 2])
    await at.step(id, 5, 'withdraw')
  })
})
