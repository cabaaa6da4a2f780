import type { AlertRow, CaseView } from '@lianxin/contract'
import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { unitId } from './town.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describeInTown('the way of a matter', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  test('from report over two units, “not solved” and a second round to a close in peace', async () => {
    const { report, as, follow, step } = town()
    const receipt = await report({
      contact: { name: '张三', phone: '13800138000' },
    })
    expect(receipt).toMatchObject({ ownerName: '东社区', gridWorker: '某grid1', place: '东社区 网格001' })
    const { caseId } = receipt

    expect(await step('worker1', caseId, 'triage', { itemCode: 'lamp' })).toMatchObject({ state: 'triaged' })
    const dispatch = {
      units: [
        { unitId: unitId('housing'), role: 'lead' },
        { unitId: unitId('heating'), role: 'coHandler' },
      ],
    }
    expect(await step('dispatcher', caseId, 'dispatch', dispatch)).toMatchObject({ state: 'dispatched' })
    expect(await step('heating1', caseId, 'sign')).toMatchObject({ state: 'handling' })
    await step('housing1', caseId, 'sign')
    await step('housing1', caseId, 'tell', { words: '灯泡已订购' })
    expect(await step('housing1', caseId, 'feedback', { words: '换好了' })).toMatchObject({
      state: 'handling',
    })
    expect(await step('heating1', caseId, 'feedback', { words: '线路查过' })).toMatchObject({
      state: 'answered',
    })
    expect(await step('verifier', caseId, 'pass')).toMatchObject({ state: 'awaitingVerdict' })

    const resident = await follow(receipt)
    const { body: seen } = await resident.get<{
      version: number
      timeline: unknown[]
      moves: { move: string }[]
    }>('/api/follow/case')
    expect(seen.moves.map(({ move }) => move).sort()).toEqual(['add', 'judge', 'withdraw'])
    const verdict = { move: 'judge', expectedVersion: seen.version, solved: false, words: '又坏了' }
    expect((await resident.followedMove(verdict)).body).toMatchObject({ state: 'reopened' })

    // A second round: the same unit again, as new assignments; those of the first round stay as they were.
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    await step('housingLead', caseId, 'sign')
    await step('housingLead', caseId, 'feedback', { words: '换了整个灯具' })
    await step('verifier', caseId, 'pass')
    const version = await town().versionOf(caseId)
    const closing = { move: 'judge', expectedVersion: version, solved: true, satisfaction: 5 }
    expect((await resident.followedMove(closing)).body).toMatchObject({ state: 'closed' })

    const { body: desk } = await (await as('dispatcher')).get<Record<string, never>>(`/api/cases/${caseId}`)
    expect(desk).toMatchObject({
      state: 'closed',
      tone: 'closed',
      owner: null,
      dueAt: null,
      reopenedCount: 1,
      verdict: { solved: true, satisfaction: 5 },
      assignments: [{ state: 'done' }, { state: 'done' }, { state: 'done' }],
    })
    const { body: told } = await resident.get<{ timeline: { words: string | null }[] }>('/api/follow/case')
    expect(told.timeline.flatMap(({ words }) => words ?? [])).toEqual([
      '换了整个灯具',
      '又坏了',
      '线路查过',
      '换好了',
      '灯泡已订购',
      '楼道里的灯坏了',
    ])
  })

  test('a unit that is not in charge returns the order with a reason, and the matter is dispatched anew', async () => {
    const { report, step, as, follow } = town()
    const receipt = await report()
    const { caseId } = receipt
    await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('heating'), role: 'lead' }] })
    expect(await step('heating1', caseId, 'return', { reason: '路灯不归我们管' })).toMatchObject({
      state: 'triaged',
    })

    // Answerable until another unit signs (首接负责), and it cannot be handed to and fro.
    const first = await as('heating1')
    expect((await first.get(`/api/cases/${caseId}`)).status).toBe(200)
    const { text } = await (await follow(receipt)).get('/api/follow/case')
    expect(text).not.toContain('路灯不归我们管') // what units write to each other stays between them
    expect(
      await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] }),
    ).toMatchObject({
      state: 'dispatched',
    })
    expect((await first.get(`/api/cases/${caseId}`)).status).toBe(200)
    await step('housing1', caseId, 'sign')
    expect((await first.get(`/api/cases/${caseId}`)).status).toBe(404)
  })

  test('whoever handled may not verify; what was not done goes back and runs again', async () => {
    const { report, step, as, versionOf } = town()
    const { caseId } = await report()
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await step('worker1', caseId, 'feedback', { words: '扫过了' })
    const own = await (await as('worker1')).move(caseId, {
      move: 'pass',
      expectedVersion: await versionOf(caseId),
    })
    expect(own).toMatchObject({ status: 409, body: { code: 'case.verifier-is-handler' } })
    const { body } = await (await as('worker1')).get<{ moves: { move: string }[] }>(`/api/cases/${caseId}`)
    expect(body.moves.map(({ move }) => move)).not.toContain('pass')

    expect(await step('sub1Verifier', caseId, 'fail', { reason: '还有垃圾' })).toMatchObject({
      state: 'handling',
    })
    await step('worker2', caseId, 'feedback', { words: '又扫了' })
    expect(await step('sub1Verifier', caseId, 'pass')).toMatchObject({ state: 'awaitingVerdict' })
  })

  test('a verdict that nobody gives lapses, and the matter can be reopened until its window is over', async () => {
    const { report, step, follow, later, versionOf, rows } = town()
    const receipt = await report()
    const { caseId } = receipt
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await step('worker1', caseId, 'feedback', { words: '好了' })
    await step('worker2', caseId, 'pass')
    await later(8 * DAY)
    const [row] = await rows(`select state, open, solved from grid_case where id = '${caseId}'`)
    expect(row).toEqual({ state: 'closed', open: false, solved: null })

    const again = async (words: string) =>
      (await follow(receipt)).followedMove({
        move: 'reopen',
        expectedVersion: await versionOf(caseId),
        words,
      })
    await later(14 * DAY)
    expect((await again('还是脏')).body).toMatchObject({ state: 'reopened' })
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await step('worker1', caseId, 'feedback', { words: '好了' })
    await step('worker2', caseId, 'pass')
    await later(8 * DAY)
    await later(16 * DAY)
    expect(await again('太晚了')).toMatchObject({ status: 409, body: { code: 'case.reopen-window-over' } })
    const { body } = await (await follow(receipt)).get<{ moves: { move: string }[] }>('/api/follow/case')
    expect(body.moves).toEqual([])
  })

  test('a requester withdraws: every clock stops and nobody can go on', async () => {
    const { report, step, follow, rows, as, versionOf } = town()
    const receipt = await report()
    const { caseId } = receipt
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    const resident = await follow(receipt)
    const withdrawal = { move: 'withdraw', expectedVersion: await versionOf(caseId) }
    expect((await resident.followedMove(withdrawal)).body).toMatchObject({ state: 'withdrawn' })
    expect(await rows(`select 1 from clock where case_id = '${caseId}' and stopped_at is null`)).toEqual([])
    const late = await (await as('housing1')).move(caseId, {
      move: 'sign',
      expectedVersion: await versionOf(caseId),
    })
    expect(late).toMatchObject({ status: 409, body: { code: 'case.move-impossible' } })
  })

  test('an overdue matter is told to the supervisor once, and stays told until it is dealt with', async () => {
    const { report, follow, as, later, step, versionOf } = town()
    const receipt = await report()
    const { caseId } = receipt
    const alertsOf = async (name: 'sub1Dispatcher' | 'sub2Dispatcher') => {
      const { body } = await (await as(name)).get<AlertRow[]>('/api/alerts')
      return [...body].filter((one) => one.caseId === caseId).map(({ sentence }) => sentence.zh)
    }
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await later(9 * DAY)
    await later(DAY)
    expect(await alertsOf('sub1Dispatcher')).toEqual(['办理时限到了，还没有办。'])
    expect(await alertsOf('sub2Dispatcher')).toEqual([])
    const { body } = await (await as('sub1Dispatcher')).get<{ rows: { id: string }[] }>(
      '/api/cases?overdue=true',
    )
    expect(body.rows.map(({ id }) => id)).toContain(caseId)

    // More words from the resident do not make it less late.
    const more = { move: 'add', expectedVersion: await versionOf(caseId), words: '还没有人来' }
    expect((await (await follow(receipt)).followedMove(more)).status).toBe(200)
    expect(await alertsOf('sub1Dispatcher')).toEqual(['办理时限到了，还没有办。'])
    await step('worker1', caseId, 'feedback', { words: '办好了' })
    expect(await alertsOf('sub1Dispatcher')).toEqual([])
  })

  test('a matter that nobody looks at climbs by itself, and every rung that let it lie is told on', async () => {
    const { report, as, later } = town()
    const { caseId } = await report()
    const desk = await as('dutyOfficer')
    const seen = async () => {
      const { body } = await desk.get<CaseView>(`/api/cases/${caseId}`)
      return { owner: body.owner?.id, late: body.counts['late'] ?? 0 }
    }
    await later(DAY)
    expect(await seen()).toEqual({ owner: unitId('sub1'), late: 1 })
    await later(DAY)
    expect(await seen()).toEqual({ owner: unitId('centre'), late: 2 })
    await later(DAY)
    // Above the district there is nobody: it stays, and that is an alert of its own.
    expect(await seen()).toEqual({ owner: unitId('centre'), late: 2 })
    const { body } = await desk.get<{ caseId: string; kind: string }[]>('/api/alerts')
    expect(body.filter((one) => one.caseId === caseId).map(({ kind }) => kind)).toContain('supervisorMissing')
  })

  test('a matter whose unit has nobody, and one that nobody supervises, are alerts of their own', async () => {
    const { report, as, later, step } = town()
    const { caseId: nobody } = await report({ where: { communityCode: '210105002001' } })
    const alerts = async (name: 'sub2Dispatcher' | 'dutyOfficer', caseId: string) => {
      const { body } = await (await as(name)).get<{ caseId: string; kind: string }[]>('/api/alerts')
      return body.filter((one) => one.caseId === caseId).map(({ kind }) => kind)
    }
    expect(await alerts('sub2Dispatcher', nobody)).toEqual(['ownerMissing'])

    const { caseId } = await report()
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await later(3 * DAY) // the command centre itself is late, and nobody is above it
    expect((await alerts('dutyOfficer', caseId)).sort()).toEqual(['overdue', 'supervisorMissing'])
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('parks'), role: 'lead' }] })
    expect(await alerts('dutyOfficer', caseId)).toEqual(['ownerMissing'])
    await step('dispatcher', caseId, 'recall', { reason: '该单位暂时没有人' })
    expect(await alerts('dutyOfficer', caseId)).toEqual([])
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    expect(await alerts('dutyOfficer', caseId)).toEqual([])
  })

  test('a matter that closes by itself leaves no alert behind', async () => {
    const { report, step, later, rows } = town()
    const { caseId } = await report({ where: { communityCode: '210105002001' } })
    await step('sub2Dispatcher', caseId, 'triage', { itemCode: 'stairs' })
    await step('sub2Dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('sub2'), role: 'lead' }] })
    await step('sub2Dispatcher', caseId, 'sign')
    await step('sub2Dispatcher', caseId, 'feedback', { words: '好了' })
    await step('verifier', caseId, 'pass')
    const open = () => rows(`select kind from alert where case_id = '${caseId}' and settled_at is null`)
    expect(await open()).toEqual([{ kind: 'ownerMissing' }]) // the verdict is awaited by a community without people
    await later(8 * DAY)
    expect(await open()).toEqual([])
  })
})
