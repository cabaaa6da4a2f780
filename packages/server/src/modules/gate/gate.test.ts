import { type BurdenBoard, DAY_MS, HOUR_MS, monthOf, SETTINGS } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { expectReplay } from '../../../test/scenarios/replay.ts'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { field, type GateDistrict, gateDistrict } from '../../../test/support/gate-hands.ts'
import { COMMUNITY, OTHER_COMMUNITY } from '../../../test/support/small-district.ts'
import { anonymous } from '../../kernel/actor.ts'
import { addSettingVersion } from '../setting/store.ts'
import { admissionFor } from './index.ts'
import { clockJob } from './jobs.ts'
import { rebuildBurden } from './rebuild-burden.ts'

describeOnEachDatabase('the burden gate', (database) => {
  let at: GateDistrict
  beforeAll(async () => {
    at = await gateDistrict(database())
  })

  test('a request goes from the department to the gatekeeper to the communities, and holds where it is taken on', async () => {
    const id = await at.submitted()
    expect(await at.view(id)).toMatchObject({
      state: 'submitted',
      fieldCount: 2,
      typedCount: 1,
      counts: { all: 2 },
    })
    expect((await at.call(at.secretary, 'GET', `/api/gate/requests/${id}`)).status).toBe(404)
    expect((await at.decide(id, 2, 'pass')).status).toBe(200)
    expect(await at.view(id, at.secretary)).toMatchObject({
      state: 'asking',
      mine: { state: 'waiting' },
      can: ['take', 'decline'],
    })
    expect((await at.answer(id, at.secretary)).status).toBe(200)
    expect((await at.answer(id, at.secretary)).body.code).toBe('gate.answered')
    expect((await at.view(id)).state).toBe('asking')
    await at.answer(id, at.other)
    expect(await at.view(id)).toMatchObject({ state: 'inForce', counts: { bound: 2, waiting: 0 } })
    expect((await at.step(id, 5, 'end')).status).toBe(200)
    expect((await at.step(id, 6, 'end')).body.code).toBe('gate.move-impossible')
  })

  test('the gatekeeper says why he returns or refuses, and the clock of his decision is working time', async () => {
    const id = await at.submitted()
    const { dueAt } = await at.view(id)
    // Submitted on a Monday: three working days later, at the close of Thursday.
    expect(Number(dueAt)).toBe(at.clock.now() + 3 * DAY_MS + 8 * HOUR_MS)
    expect((await at.decide(id, 2, 'return')).body.code).toBe('gate.reason-missing')
    expect((await at.decide(id, 2, 'return', '第一项已有数据，请删去。')).status).toBe(200)
    expect((await at.decide(id, 3, 'pass')).body.code).toBe('gate.move-impossible')
    const smaller = at.draft({ minutes: 2 }, { fields: [field('b', '需要助餐的人数')] })
    const saved = await at.call(at.asker, 'POST', `/api/gate/requests/${id}`, {
      expectedVersion: 3,
      draft: smaller,
    })
    expect(saved.status).toBe(200)
    await at.step(id, 4, 'submit')
    expect((await at.decide(id, 4, 'pass')).body.code).toBe('gate.changed')
    expect((await at.decide(id, 5, 'refuse', '可以从民政系统取得。')).status).toBe(200)
    const seen = await at.view(id, at.asker)
    expect(seen.state).toBe('refused')
    expect(seen.history.map(({ move, reason }) => [move, reason])).toEqual([
      ['save', null],
      ['submit', null],
      ['return', '第一项已有数据，请删去。'],
      ['save', null],
      ['submit', null],
      ['refuse', '可以从民政系统取得。'],
    ])
  })

  test('the district decides how long the gatekeeper has, and a request that already waits keeps its deadline', async () => {
    const before = await at.submitted()
    const { dueAt } = await at.view(before)
    await at.district.inside((tx) =>
      addSettingVersion(tx, {
        ...{ name: 'gateLimits', version: 1, effectiveFrom: tx.now + 1, reasonId: null },
        value: { decision: { amount: 2, kind: 'urgentHour' }, answer: { amount: 1, kind: 'urgentHour' } },
      }),
    )
    at.clock.advance(2)
    const id = await at.submitted()
    expect((await at.view(id)).dueAt).toBe(at.clock.now() + 2 * HOUR_MS)
    await at.decide(id, 2, 'pass', '确有需要')
    expect((await at.view(id)).dueAt).toBe(at.clock.now() + HOUR_MS)
    expect((await at.view(before)).dueAt).toBe(dueAt)
    await at.district.inside((tx) =>
      addSettingVersion(tx, {
        ...{ name: 'gateLimits', version: 2, effectiveFrom: tx.now + 1, reasonId: null },
        value: SETTINGS.gateLimits.initial,
      }),
    )
    at.clock.advance(2)
  })

  test('what is on no list passes only with a written reason, and is refused by a community with one tap', async () => {
    const id = await at.submitted(
      at.draft({ kind: 'inspection', dutyCode: null, frequency: 'once' }, { fields: [] }),
    )
    expect((await at.decide(id, 2, 'pass')).body.code).toBe('gate.reason-missing')
    await at.decide(id, 2, 'pass', '请社区自行决定。')
    expect((await at.answer(id, at.secretary, { move: 'decline' })).body.code).toBe('gate.ground-missing')
    expect((await at.answer(id, at.secretary, { move: 'decline', ground: 'tooMuch' })).body.code).toBe(
      'gate.ground-missing',
    )
    const tap = { move: 'decline', ground: 'offList', dutyCode: 'c.enforce' }
    expect((await at.answer(id, at.secretary, tap)).status).toBe(200)
    await at.answer(id, at.other, tap)
    const refused = await at.view(id)
    expect(refused).toMatchObject({ state: 'refused', counts: { refused: 2 } })
    expect(refused.recipients[0]).toMatchObject({ ground: 'offList', entry: { code: 'c.enforce' } })
    const unitId = at.district.unitId(COMMUNITY)
    const overrule = (actor: typeof at.asker, reason: string) =>
      at.call(actor, 'POST', `/api/gate/requests/${id}/overrule`, { unitId, reason })
    expect((await overrule(at.asker, '必须完成这项检查任务。')).status).toBe(403)
    expect((await overrule(at.gatekeeper, '太短')).status).toBe(400)
    expect((await overrule(at.gatekeeper, '消防通道检查事关安全，须由社区带路。')).status).toBe(200)
    expect(await at.view(id)).toMatchObject({ state: 'inForce', counts: { bound: 1, refused: 1 } })
    const board = await at.call(anonymous, 'GET', '/api/burden')
    expect(board.body['overruled']).toMatchObject([
      {
        communityName: '牡丹社区',
        communityNameEn: 'Mudan Community',
        reason: '消防通道检查事关安全，须由社区带路。',
      },
    ])
  })

  test('burdens are booked from the events, published, and the same when counted anew', async () => {
    await at.react()
    const rows = () =>
      at.district.inside(
        async (tx) =>
          (
            await sql`select request_id, community_code, minutes, frequency, level, until_at, seq from gate_burden where tenant = 1 order by request_id, community_code`.execute(
              tx.db,
            )
          ).rows,
      )
    const before = await rows()
    expect(before.length).toBeGreaterThan(2)
    await at.district.inside(rebuildBurden)
    expect(await rows()).toEqual(before)
    const month = monthOf(at.clock.now())
    const board = (await at.call(anonymous, 'GET', `/api/burden?month=${month}`)).body as unknown as {
      minutes: number
      communities: { code: string; minutes: number }[]
      demands: { minutesThisMonth: number }[]
    }
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
    expect(board.minutes).toBeGreaterThan(0)
    expect(sum(board.communities.map(({ minutes }) => minutes))).toBeCloseTo(board.minutes)
    expect(sum(board.demands.map(({ minutesThisMonth }) => minutesThisMonth))).toBeCloseTo(board.minutes)
    const mine = (await at.call(anonymous, 'GET', `/api/burden/${COMMUNITY}?month=${month}`))
      .body as unknown as {
      grids: { minutes: number }[]
    }
    expect(sum(mine.grids.map(({ minutes }) => minutes))).toBeCloseTo(
      board.communities.find(({ code }) => code === COMMUNITY)?.minutes ?? 0,
      0,
    )
  })

  test('what would take a grid beyond the budget of minutes says so, and passes only with a written reason', async () => {
    const budget = async (id: string) => (await at.view(id)).estimate.budget
    // 牡丹社区 shares what it does once among two grids, the other community has one.
    const heavy = at.draft({ minutes: 280, frequency: 'once' }, { fields: [field('b', '需要助餐的人数')] })
    const id = await at.submitted(heavy)
    const within = await budget(id)
    expect(within).toMatchObject({ minutes: 300, heaviest: { code: OTHER_COMMUNITY, grids: 1 }, beyond: 0 })
    expect((within?.heaviest.after ?? 0) - (within?.heaviest.before ?? 0)).toBeCloseTo(280)
    await at.district.inside((tx) =>
      addSettingVersion(tx, {
        ...{ name: 'burdenBudget', version: 1, effectiveFrom: tx.now + 1, reasonId: null },
        value: { minutesOfGrid: 270 },
      }),
    )
    at.clock.advance(2)
    expect(await budget(id)).toMatchObject({ minutes: 270, month: monthOf(at.clock.now()), beyond: 1 })
    expect((await at.decide(id, 2, 'pass')).body.code).toBe('gate.reason-missing')
    expect((await at.decide(id, 2, 'pass', '供暖前须完成一次。')).status).toBe(200)
    await at.answer(id, at.other)
    await at.react()
    const board = (await at.call(anonymous, 'GET', '/api/burden')).body as unknown as BurdenBoard
    const burdened = board.communities.find(({ code }) => code === OTHER_COMMUNITY)
    expect(board.budget).toBe(270)
    expect(burdened?.minutes).toBeGreaterThan(board.budget)
    // Its own minutes are counted once, also when it holds; what burdens nobody is not judged.
    expect((await budget(id))?.heaviest).toMatchObject({ after: burdened?.minutes })
    const free = at.draft({ minutes: 0 }, { fields: [field('a', '网格数')] })
    expect(await budget(await at.submitted(free))).toBeNull()
    await at.step(id, 4, 'end')
  })

  test('the case engine learns what a department may place, on whom and until when', async () => {
    const id = await at.passed(at.draft({ kind: 'assignment', level: 'grid' }, { fields: [] }))
    await at.answer(id, at.secretary)
    const unitId = at.district.unitId('water')
    const ask = (more: object = {}) =>
      at.district.inside((tx) => admissionFor(tx, { admissionId: id, unitId, ...more }))
    expect(await ask()).toMatchObject({
      kind: 'assignment',
      communityCodes: [COMMUNITY],
      dutyCode: 'c.elderly',
    })
    expect(await ask({ unitId: at.district.unitId('centre') })).toBeUndefined()
    expect(await ask({ kind: 'form' })).toBeUndefined()
  })

  test('a community that does not answer in time is not bound: silence is no consent', async () => {
    const id = await at.passed()
    await at.answer(id, at.secretary)
    at.clock.advance(7 * DAY_MS)
    while ((await clockJob.run(at.world, 1)) > 0);
    expect(await at.view(id)).toMatchObject({ state: 'inForce', counts: { bound: 1, lapsed: 1 } })
    at.clock.advance(200 * DAY_MS)
    while ((await clockJob.run(at.world, 1)) > 0);
    expect((await at.view(id)).state).toBe('ended')
  })

  test('whoever asked decides nothing about it, in whichever post', async () => {
    const id = await at.submitted()
    const both = { ...at.gatekeeper, accountId: at.asker.accountId }
    expect((await at.view(id, both)).can).toEqual([])
    const own = `/api/gate/requests/${id}`
    const decision = { expectedVersion: 2, move: 'refuse', reason: '不必再报。' }
    expect((await at.call(both, 'POST', `${own}/decision`, decision)).body.code).toBe('gate.own-request')
    await at.decide(id, 2, 'pass', '确有需要')
    const tooMuch = { move: 'decline', ground: 'tooMuch', reason: '人手不够。' }
    await at.answer(id, at.secretary, tooMuch)
    const overruling = { unitId: at.district.unitId(COMMUNITY), reason: '事关冬季用水安全，须由社区转告。' }
    expect((await at.call(both, 'POST', `${own}/overrule`, overruling)).body.code).toBe('gate.own-request')
    expect((await at.call(at.gatekeeper, 'POST', `${own}/overrule`, overruling)).status).toBe(200)
  })

  test('every row follows from its events', async () => {
    await expectReplay(at.district)
  })
})
