import type { BoxCounts, CasePage, CaseView, FieldProblem, RaiseCase, Raised } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { commandId } from './people.ts'
import { GRIDS, type PersonName, pointIn, unitId } from './town.ts'

const HOUR = 3_600_000
const FINDING = { kind: 'finding', words: '楼道堆了旧家具', where: { gridCode: GRIDS[0] } }

describeInTown('a finding', (town) => {
  const raise = async (name: PersonName, more: Partial<RaiseCase> = {}, key?: string) =>
    (await town().as(name)).post<Raised & { code?: string; fields?: FieldProblem[]; title?: string }>(
      '/api/cases/raised',
      { ...FINDING, ...more },
      key ? { key } : {},
    )
  const view = async (name: PersonName, caseId: string) =>
    (await (await town().as(name)).get<CaseView>(`/api/cases/${caseId}`)).body
  const mine = async (name: PersonName) =>
    (await (await town().as(name)).get<CasePage>('/api/cases?box=mine&open=true&limit=100')).body.rows

  test('that was dealt with on the spot closes at once, with nobody to verify it', async () => {
    const key = commandId(town().clock.now())
    const firstMove = { move: 'selfHandle', words: '当场搬走了' }
    const { status, body } = await raise('grid1', { firstMove }, key)
    expect([status, body.state, body.version, body.dueAt]).toEqual([200, 'selfHandled', 2, null])
    // The same tap twice is one finding.
    expect((await raise('grid1', { firstMove }, key)).body).toEqual(body)
    const kase = await view('worker1', body.caseId)
    expect(kase.closedAt).not.toBeNull()
    expect(kase.timeline.map(({ move, words }) => [move, words])).toEqual([
      ['selfHandle', '当场搬走了'],
      ['report', '楼道堆了旧家具'],
    ])
    expect([kase.requester, kase.moves]).toEqual([null, []])
  })

  test('kept by its finder is due the next working day, and waits in the own list', async () => {
    const { body } = await raise('grid1')
    expect([body.state, body.stateName.zh]).toEqual(['found', '待处理'])
    const rows = await mine('grid1')
    expect(rows.map(({ id }) => id)).toContain(body.caseId)
    expect((await view('grid1', body.caseId)).moves.map(({ move }) => move).sort()).toEqual([
      'add',
      'handUp',
      'selfHandle',
      'takeUp',
      'withdraw',
    ])
  })

  test('goes up, is dispatched, signed for, handled, and closes when somebody else has looked', async () => {
    const { step } = town()
    const { caseId } = (await raise('grid1', { firstMove: { move: 'handUp', words: '够不着' } })).body
    expect((await mine('worker1')).map(({ id }) => id)).toContain(caseId)
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    await step('housing1', caseId, 'sign')
    await step('housing1', caseId, 'feedback', { words: '清走了' })
    // It comes back to those who found it: there is no requester who could give a verdict.
    expect((await view('grid1', caseId)).owner?.id).toBe(unitId('com1'))
    expect((await mine('grid1')).find(({ id }) => id === caseId)?.state).toBe('answered')
    expect((await view('housing1', caseId)).moves).toEqual([])
    const failed = await step('grid1', caseId, 'fail', { reason: '还剩一张桌子' })
    expect(failed.state).toBe('handling')
    await step('housing1', caseId, 'feedback', { words: '桌子也搬了' })
    expect((await step('grid1', caseId, 'pass')).state).toBe('closed')
    await town().caughtUp()
    expect(await town().rows(`select 1 from message where case_id = '${caseId}'`)).toEqual([])
  })

  test('that the community handled itself is looked at from above, never by its own people', async () => {
    const { step } = town()
    const { caseId } = (await raise('grid1', { firstMove: { move: 'handUp' } })).body
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await step('worker1', caseId, 'feedback', { words: '办好了' })
    expect((await view('worker1', caseId)).owner?.id).toBe(unitId('sub1'))
    expect((await step('sub1Verifier', caseId, 'pass')).state).toBe('closed')
  })

  test('is cancelled by whoever reported it, with a reason, and by nobody else', async () => {
    const { body } = await raise('grid1', { firstMove: { move: 'handUp' } })
    const offered = async (name: PersonName) => (await view(name, body.caseId)).moves.map(({ move }) => move)
    expect(await offered('grid1')).toContain('withdraw')
    expect(await offered('worker1')).not.toContain('withdraw')
    const other = await (await town().as('worker1')).move(body.caseId, {
      ...{ move: 'withdraw', expectedVersion: body.version, reason: '看错了' },
    })
    expect([other.status, other.body.code]).toEqual([409, 'case.not-the-reporter'])
    const silent = await (await town().as('grid1')).move(body.caseId, {
      ...{ move: 'withdraw', expectedVersion: body.version },
    })
    expect([silent.status, silent.body.code]).toEqual([422, 'case.input-missing'])
    expect((await town().step('grid1', body.caseId, 'withdraw', { reason: '看错了' })).state).toBe(
      'withdrawn',
    )
  })

  test('beyond the own grid is refused with a hint; so is one by those who do not find', async () => {
    const beyond = await raise('grid1', { where: { point: pointIn(0, 1) } })
    expect([beyond.status, beyond.body.code]).toEqual([422, 'place.beyond-post'])
    const outside = await raise('grid1', { where: { point: { lon: 41.8, lat: 123.42, crs: 'WGS84' } } })
    expect([outside.status, outside.body.code]).toEqual([422, 'place.swapped'])
    expect((await raise('housing1')).body.code).toBe('auth.denied')
    expect((await raise('grid1', { kind: 'request' })).body.code).toBe('input.invalid')
    expect((await raise('grid1', { kind: 'whim' })).body.code).toBe('input.invalid')
    expect((await raise('grid1', { firstMove: { move: 'pass' } })).body.code).toBe('case.move-impossible')
    expect((await raise('grid1', { firstMove: { move: 'selfHandle' } })).body.code).toBe('case.input-missing')
    expect((await raise('grid1', { words: '  ' })).body.code).toBe('input.invalid')
  })

  test('has no requester: nobody follows it and its reader leaves no trace about a person', async () => {
    const { caseId, number } = (await raise('worker1')).body
    const { anybody, rows, as } = town()
    expect(await rows(`select 1 from case_requester where case_id = '${caseId}'`)).toEqual([])
    expect((await anybody.post('/api/follow', { number, followCode: 'ABCDEFGH' })).status).toBe(401)
    const asked = await (await as('worker1')).get(`/api/cases/${caseId}/requester`, { purpose: 'handleCase' })
    expect(asked.status).toBe(404)
    await town().caughtUp()
    expect(town().faults).toEqual([])
  })

  test('is told apart in a list, and a state that two kinds share means each kind’s own', async () => {
    const list = async (name: PersonName, query: string) =>
      (await (await town().as(name)).get<CasePage>(`/api/cases?limit=100&${query}`)).body.rows
    const { caseId } = await town().report()
    const found = await list('worker1', 'kind=finding')
    expect(found.length).toBeGreaterThan(3)
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['finding']))
    expect((await list('worker1', 'kind=request')).map(({ id }) => id)).toContain(caseId)
    // A request that waits for verification is not a grid worker's to verify; a finding is.
    await town().step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await town().step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('com1'), role: 'lead' }] })
    await town().step('worker1', caseId, 'sign')
    await town().step('worker1', caseId, 'feedback', { words: '换了灯' })
    expect((await mine('grid1')).map(({ id }) => id)).not.toContain(caseId)
  })

  test('is left alone by whoever withdrew for an interest of their own, and the rung above has it', async () => {
    const { step, as, versionOf } = town()
    const { caseId } = (await raise('grid1', { firstMove: { move: 'handUp' } })).body
    await step('worker1', caseId, 'recuse', { reason: '是我家亲戚' })
    expect((await view('sub1Dispatcher', caseId)).owner?.id).toBe(unitId('sub1'))
    const worker = await as('worker1')
    for (const move of [
      { move: 'triage', itemCode: 'stairs' },
      { move: 'takeUp', itemCode: 'stairs' },
    ]) {
      const refused = await worker.move(caseId, { ...move, expectedVersion: await versionOf(caseId) })
      expect(refused.body).toMatchObject({ code: 'case.recused' })
    }
  })

  test('is in the list of what is due soon until it is late, and each count is the length of its list', async () => {
    const grid = await town().as('grid1')
    const { body } = await raise('grid1')
    const listed = async (query: string) =>
      (await grid.get<CasePage>(`/api/cases?limit=100&${query}`)).body.rows.map(({ id }) => id)
    const counts = async () => (await grid.get<BoxCounts>('/api/cases/counts')).body
    await town().later((body.dueAt ?? 0) - town().now() - 3 * HOUR)
    expect(await listed('due=soon')).toContain(body.caseId)
    expect(await listed('overdue=true')).not.toContain(body.caseId)
    expect((await counts()).dueToday).toBe((await listed('due=today')).length)
    await town().later(3 * HOUR + 1)
    expect(await listed('due=soon')).not.toContain(body.caseId)
    expect(await listed('overdue=true')).toContain(body.caseId)
    expect((await counts()).overdue).toBe((await listed('overdue=true')).length)
  })
})
