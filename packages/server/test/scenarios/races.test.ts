import type { Receipt } from '@lianxin/contract'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { clockJob } from '../../src/modules/case/jobs.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { commandId, type Reply } from './people.ts'
import { pointIn, unitId } from './town.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))
const statuses = (replies: readonly Reply<unknown>[]) => replies.map(({ status }) => status).sort()

/** On PostgreSQL at the same moment; on the embedded database, which has one session, one after the other. */
describeInTown('what happens at the same time', (town) => {
  afterEach(async () => {
    expect(town().faults.splice(0)).toEqual([])
    const seqs = await town().rows<{ seq: number }>('select seq from event where tenant = 1 order by seq')
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(seqs.map((_, index) => index + 1))
    const head =
      'select seq, (select max(seq) from event where tenant = 1) as last from tenant_head where tenant = 1'
    for (const { seq, last } of await town().rows<{ seq: number; last: number }>(head)) expect(last).toBe(seq)
  })

  test('two dispatchers at one matter: one wins, the other is told that it has changed', async () => {
    const { report, step, as, versionOf } = town()
    const [one, other] = [await as('dispatcher'), await as('dispatcher2')]
    for (let round = 0; round < 5; round += 1) {
      const { caseId } = await report()
      await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
      const expectedVersion = await versionOf(caseId)
      const send = (who: typeof one, unit: 'housing' | 'heating') =>
        who.move(caseId, {
          move: 'dispatch',
          expectedVersion,
          units: [{ unitId: unitId(unit), role: 'lead' }],
        })
      const replies = await Promise.all([send(one, 'housing'), send(other, 'heating')])
      expect(statuses(replies)).toEqual([200, 409])
      expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'case.changed' })
      expect(await town().rows(`select 1 from case_assignment where case_id = '${caseId}'`)).toHaveLength(1)
      expect(await versionOf(caseId)).toBe(expectedVersion + 1)
    }
  })

  test('two workers who take up one matter: one has it, and it has one unit, one clock, one step', async () => {
    const { report, as, versionOf, rows } = town()
    const [one, other] = [await as('worker1'), await as('secretary1')]
    for (let round = 0; round < 5; round += 1) {
      const { caseId } = await report()
      const move = { move: 'takeUp', itemCode: 'stairs', expectedVersion: 1 }
      const replies = await Promise.all([one.move(caseId, move), other.move(caseId, move)])
      expect(statuses(replies)).toEqual([200, 409])
      expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'case.changed' })
      expect(await versionOf(caseId)).toBe(2)
      expect(await rows(`select 1 from case_assignment where case_id = '${caseId}'`)).toHaveLength(1)
      const clocks = `select 1 from clock where case_id = '${caseId}' and clock = 'handle'`
      expect(await rows(clocks)).toHaveLength(1)
    }
  })

  test('one report sent twenty times at once is one matter, and everybody gets the same receipt', async () => {
    const { anybody, rows, clock } = town()
    const before = (await rows('select 1 from grid_case')).length
    const key = commandId(clock.now())
    const replies = await many(20, () => anybody.report({ contact: { phone: '13800138000' } }, { key }))
    expect(statuses(replies)).toEqual(replies.map(() => 200))
    const receipts = new Set(
      replies.map(({ body }: Reply<Receipt>) => `${body.caseId} ${body.number} ${body.followCode}`),
    )
    expect(receipts.size).toBe(1)
    expect((await rows('select 1 from grid_case')).length).toBe(before + 1)
    const upper = await anybody.report({ contact: { phone: '13800138000' } }, { key: key.toUpperCase() })
    expect(upper.body.caseId).toBe(replies[0]?.body.caseId)
  })

  test('twenty reports under one id: the first is taken, the others are told that the id is used', async () => {
    const { anybody, rows, clock } = town()
    const before = (await rows('select 1 from grid_case')).length
    const key = commandId(clock.now())
    const replies = await many(20, (index) => anybody.report({ words: `楼道里的灯坏了 ${index}` }, { key }))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, body } of replies.filter((one) => one.status !== 200))
      expect([status, body]).toMatchObject([409, { code: 'input.key-reused' }])
    expect((await rows('select 1 from grid_case')).length).toBe(before + 1)
  })

  test('an id that was refused may be used again once what was wrong is put right', async () => {
    const { anybody, clock } = town()
    const key = commandId(clock.now())
    const outside = { where: { point: { ...pointIn(), lon: 120 } } }
    expect((await anybody.report(outside, { key })).body).toMatchObject({ code: 'place.outside' })
    expect((await anybody.report({}, { key })).status).toBe(200)
  })

  test('whoever learns a command id learns nothing with it: the words are needed too, and the same door', async () => {
    const { anybody, clock } = town()
    const key = commandId(clock.now())
    const mine = { words: '只有我知道的话', contact: { phone: '13800138000' } }
    const { body: receipt } = await anybody.report(mine, { key })
    for (const guess of [{}, { words: mine.words }, { ...mine, contact: { phone: '13800138001' } }]) {
      const { text, body } = await anybody.report(guess, { key })
      expect(body).toMatchObject({ code: 'input.key-reused' })
      expect(text).not.toContain(receipt.followCode)
    }
    const move = { move: 'triage', expectedVersion: 1, itemCode: 'lamp' }
    expect((await anybody.followedMove(move, { key })).status).toBe(401)
  })

  test('signing in, out or on between two tries of one report does not make it two', async () => {
    const { anybody, as, follow, report, rows, clock } = town()
    const key = commandId(clock.now())
    const mine = { words: '第一次发出去时断了网' }
    const { body: receipt } = await anybody.report(mine, { key })
    const before = (await rows('select 1 from grid_case')).length
    const follower = await follow(await report())
    for (const again of [await as('worker1'), follower, anybody])
      expect((await again.report(mine, { key })).body).toEqual(receipt)
    expect((await rows('select 1 from grid_case')).length).toBe(before + 1)
  })

  test('forty reports at once get forty numbers in a row', async () => {
    const { anybody, rows } = town()
    const replies = await many(40, (index) => anybody.report({ words: `第 ${index} 个人说灯坏了` }))
    expect(statuses(replies)).toEqual(replies.map(() => 200))
    expect(new Set(replies.map(({ body }) => body.number)).size).toBe(40)
    expect(new Set(replies.map(({ body }) => body.followCode)).size).toBe(40)
    const serials = await rows<{ serial: number }>(`select serial from case_number where tenant = 1`)
    expect(serials).toEqual([{ serial: (await rows('select 1 from grid_case')).length }])
  })

  test('clocks run out while people work on the same matters: nothing waits for ever and nothing fires twice', async () => {
    const { anybody, as, clock, app, rows } = town()
    const worker = await as('worker1')
    const receipts = await many(12, (index) => anybody.report({ words: `第 ${index} 盏灯坏了` }))
    clock.advance(5 * DAY)
    const [moves] = await Promise.all([
      Promise.all(
        receipts.map(({ body: { caseId } }) =>
          worker.move(caseId, { move: 'triage', expectedVersion: 1, itemCode: 'stairs' }),
        ),
      ),
      many(4, () => clockJob.run(app.world, TENANT)),
    ])
    expect(statuses(moves)).toEqual(moves.map(() => 200))
    await town().later(DAY)
    const fired = await rows<{ times: number }>(
      `select count(*)::int as times from event where type = 'clock.fired' group by stream_id having count(*) > 1`,
    )
    expect(fired).toEqual([])
  })

  test('a move that holds a matter and a clock that runs out on it do not wait for each other for ever', async () => {
    const { report, inside, clock, app } = town()
    const { caseId } = await report()
    clock.advance(5 * DAY)
    let firing: Promise<unknown> = Promise.resolve()
    await inside(async (tx) => {
      await sql`select id from grid_case where tenant = ${TENANT} and id = ${caseId} for update`.execute(
        tx.db,
      )
      firing = clockJob.run(app.world, TENANT)
      await sql`select pg_sleep(0.3)`.execute(tx.db)
      await sql`update clock set provisional = provisional where tenant = ${TENANT} and case_id = ${caseId}`.execute(
        tx.db,
      )
    })
    await firing
    await town().later(1)
    expect(
      await town().rows(`select 1 from clock where case_id = '${caseId}' and fired_at is not null`),
    ).toHaveLength(1)
  })

  test('a clock that cannot be fired does not hold up those behind it, and fires when it can', async () => {
    const { report, clock, app, rows, faults } = town()
    const [broken, sound] = [await report(), await report()]
    const fired = async (caseId: string) =>
      (await rows(`select 1 from clock where case_id = '${caseId}' and fired_at is not null`)).length
    const [was] = await rows<{ kind_version: number }>(
      `select kind_version from grid_case where id = '${broken.caseId}'`,
    )
    await rows(`update grid_case set kind_version = 99 where id = '${broken.caseId}'`)
    await town().later(5 * DAY)
    expect([await fired(broken.caseId), await fired(sound.caseId)]).toEqual([0, 1])
    expect(faults.splice(0).join()).toContain('could not be fired')
    await rows(`update grid_case set kind_version = ${was?.kind_version} where id = '${broken.caseId}'`)
    clock.advance(HOUR)
    await clockJob.run(app.world, TENANT)
    expect(await fired(broken.caseId)).toBe(1)
  })

  test('every matter’s own events count up without a gap, in the order of commits', async () => {
    const events = await town().rows<{ id: string; versions: number[] }>(
      `select stream_id as id, array_agg(stream_version order by seq) as versions from event where stream = 'case' group by stream_id`,
    )
    expect(events.length).toBeGreaterThan(40)
    for (const { versions } of events) expect(versions).toEqual(versions.map((_, index) => index + 1))
  })
})
