import type { AlertRow, CaseView, HandoverRow, LedgerRow, Me, OwnChange, PostBoard } from '@lianxin/contract'
import { afterEach, expect, test } from 'vitest'
import { handoverJob } from '../../src/modules/case/jobs.ts'
import { sealRows } from '../../src/modules/ledger/jobs.ts'
import { postChangeJob } from '../../src/modules/org/jobs.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { accountId, type PersonName, postId, unitId } from './town.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describeInTown('a matter, or the post that works on it, changes hands:', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const change = async (by: PersonName, post: PersonName, successor: PersonName | null, version?: number) => {
    town().clock.advance(1000)
    const [row] = await town().rows<{ version: number }>(
      `select version from post where tenant = 1 and id = '${postId(post)}'`,
    )
    return (await town().as(by)).post<{ code?: string; version: number }>(
      `/api/posts/${postId(post)}/holder`,
      {
        expectedVersion: version ?? row?.version ?? 0,
        accountId: successor && accountId(successor),
      },
    )
  }
  /** Until every matter of a change says so. */
  const handedOver = async () => {
    await town().caughtUp()
    while ((await town().rows('select 1 from case_handover where tenant = 1 and told_at is null')).length > 0)
      await handoverJob.run(town().app.world, TENANT)
  }
  const handled = async (by: PersonName, dispatcher: PersonName = 'dispatcher2') => {
    const { step } = town()
    const { caseId } = await town().report({ words: '路灯不亮' })
    await step(dispatcher, caseId, 'triage', { itemCode: 'lamp', level: 4 })
    await step(dispatcher, caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    await step(by, caseId, 'sign')
    return caseId
  }
  const handovers = async (name: PersonName) =>
    (await (await town().as(name)).get<HandoverRow[]>('/api/handovers')).body

  test('whoever gives a matter back stays answerable, and its clock runs, until another unit signs', async () => {
    const { step, rows } = town()
    const caseId = await handled('housing1', 'dispatcher')
    await step('housing1', caseId, 'return', { reason: '这是供热的管线' })
    const answerable = async () =>
      (
        await rows<{ state: string; running: boolean }>(
          `select a.state, exists (select from clock k where k.tenant = 1 and k.assignment_id = a.id and k.stopped_at is null) as running
           from case_assignment a where a.tenant = 1 and a.case_id = '${caseId}' and a.unit_id = '${unitId('housing')}'`,
        )
      )[0]
    expect(await answerable()).toEqual({ state: 'yielded', running: true })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('heating'), role: 'lead' }] })
    expect(await answerable()).toEqual({ state: 'yielded', running: true })
    await step('heating1', caseId, 'sign')
    expect(await answerable()).toEqual({ state: 'returned', running: false })
  })

  test('a post gets another holder by the head of the unit alone, never by whoever holds it, and nobody unknown', async () => {
    expect((await change('housing1', 'heating1', 'housing1')).status).toBe(403)
    expect((await change('housingLead', 'heating1', 'housing1')).status).toBe(404)
    expect((await change('housingLead', 'housingLead', 'housing1')).body.code).toBe('post.own')
    expect((await change('housingLead', 'housing1', 'housingLead')).body.code).toBe('post.own')
    expect((await change('housingLead', 'housing1', 'heating1')).body.code).toBe('post.person-unknown')
    expect((await change('housingLead', 'housing1', 'housing1')).body.code).toBe('post.same-holder')
    expect((await change('dutyOfficer', 'auditor', 'verifier')).body.code).toBe('post.separate')
  })

  test('it hands over what it worked on and its unit still has, and nothing that went elsewhere', async () => {
    const { caseId } = await town().report({ words: '路灯不亮' })
    await town().step('dispatcher', caseId, 'triage', { itemCode: 'lamp', level: 4 })
    const gone = await handled('housing1', 'dispatcher')
    const { body: board } = await (await town().as('dutyOfficer')).get<PostBoard>('/api/posts')
    expect(board.people.map((one) => one.accountId)).toContain(accountId('dispatcher2'))
    expect((await change('dutyOfficer', 'dispatcher', 'dispatcher2')).status).toBe(200)
    await handedOver()
    const successor = (await town().as('dispatcher2')).inPost(postId('dispatcher'))
    const { body: rows } = await successor.get<HandoverRow[]>('/api/handovers')
    expect(rows.map((one) => [one.caseId, one.state.zh])).toEqual([[caseId, '待派遣']])
    const { body: other } = await successor.get<CaseView>(`/api/cases/${gone}`)
    expect(other.timeline.map(({ move }) => move)).not.toContain('handOver')
  })

  test('the change takes every right from the former holder with the same commit, in sessions that are open too', async () => {
    const { caseId } = await town().report({ words: '楼道灯不亮' })
    await town().step('grid1', caseId, 'takeUp', { itemCode: 'stairs' })
    const former = await town().as('grid1')
    const reads = () => town().rows(`select from read_ledger where account = '${accountId('grid1')}'`)
    expect((await former.get(`/api/cases/${caseId}`)).status).toBe(200)
    expect(await reads()).toHaveLength(1)
    expect((await change('secretary1', 'grid1', 'worker2')).status).toBe(200)
    expect((await former.get('/api/cases?box=unit')).status).toBe(403)
    expect((await former.get(`/api/cases/${caseId}`)).status).toBe(403)
    expect(await reads()).toHaveLength(1)
    await handedOver()
    const successor = (await town().as('worker2')).inPost(postId('grid1'))
    const { body: rows } = await successor.get<HandoverRow[]>('/api/handovers')
    expect(rows.map((one) => [one.caseId, one.vacant])).toEqual([[caseId, false]])
    const { body: told } = await successor.get<CaseView>(`/api/cases/${caseId}`)
    expect(told.timeline[0]).toMatchObject({ move: 'handOver', words: null, reason: null })
    expect(JSON.stringify(told.timeline)).not.toContain('某grid1')
    expect((await successor.post(`/api/cases/${caseId}/handover`, undefined)).status).toBe(200)
    expect((await successor.get<HandoverRow[]>('/api/handovers')).body).toEqual([])
    expect((await successor.post(`/api/cases/${caseId}/handover`, undefined)).status).toBe(404)
    expect((await successor.get<CaseView>(`/api/cases/${caseId}`)).body.timeline[0]).toMatchObject({
      move: 'takeOver',
    })
  })
  const ask = async (by: PersonName, post: PersonName, what: string, body: object) => {
    const [row] = await town().rows<{ version: number }>(
      `select version from post where tenant = 1 and id = '${postId(post)}'`,
    )
    return (await town().as(by)).post<{ code?: string }>(`/api/posts/${postId(post)}/${what}`, {
      ...{ expectedVersion: row?.version ?? 0, ...body },
    })
  }
  const mayRead = async (name: PersonName, post: PersonName, caseId: string) =>
    (await (await town().as(name)).inPost(postId(post)).get(`/api/cases/${caseId}`)).status
  const takenUp = async (by: PersonName, post: PersonName = by, reported?: { caseId: string }) => {
    const { caseId } = reported ?? (await town().report({ words: '楼道堆物' }))
    const body = { move: 'takeUp', itemCode: 'stairs', expectedVersion: await town().versionOf(caseId) }
    expect((await (await town().as(by)).inPost(postId(post)).move(caseId, body)).status).toBe(200)
    return caseId
  }
  /** Some time later, with everything told that came due; no right waits for that. */
  const passed = async (milliseconds: number) => {
    town().clock.advance(milliseconds)
    await postChangeJob.run(town().app.world, TENANT)
    await handedOver()
  }

  test('a change on a date to come moves every right with that moment, told or not, and can be taken back before', async () => {
    const caseId = await takenUp('worker1')
    const at = town().now() + DAY
    const to = { accountId: accountId('grid1') }
    const by = 'secretary1'
    expect((await ask(by, 'worker1', 'holder', { ...to, from: town().now() - 1 })).body.code).toBe(
      'post.date-unfit',
    )
    expect((await ask(by, 'worker1', 'holder', { ...to, from: at })).status).toBe(200)
    expect((await ask(by, 'worker1', 'holder', to)).body.code).toBe('post.planned-already')
    expect((await ask(by, 'worker1', 'cancel', { what: 'holder' })).status).toBe(200)
    expect((await ask(by, 'worker1', 'cancel', { what: 'holder' })).body.code).toBe('post.nothing-planned')
    await passed(DAY + HOUR)
    expect(await mayRead('worker1', 'worker1', caseId)).toBe(200)

    const then = town().now() + DAY
    expect((await ask(by, 'worker1', 'holder', { ...to, from: then })).status).toBe(200)
    const { body: own } = await (await town().as('worker1')).get<OwnChange[]>('/api/posts/own/changes')
    expect(own).toMatchObject([{ what: 'holder', from: then, until: null }])
    expect([own[0]?.holder, own[0]?.successor]).toEqual(['某worker1', '某grid1'])
    town().clock.advance(then - town().now() - 1)
    expect(await mayRead('worker1', 'worker1', caseId)).toBe(200)
    town().clock.advance(1)
    // No job has run: the right is read from the interval alone.
    expect(await mayRead('worker1', 'worker1', caseId)).toBe(403)
    await passed(1_000)
    const successor = (await town().as('grid1')).inPost(postId('worker1'))
    expect((await successor.get<CaseView>(`/api/cases/${caseId}`)).body.timeline[0]).toMatchObject({
      move: 'handOver',
    })
  })

  test('whoever acts in a post works in it between two moments and no longer, while its holder keeps it', async () => {
    const receipt = await town().report({ words: '楼道堆物', contact: { phone: '13900000041' } })
    const caseId = await takenUp('grid1', 'worker1', receipt)
    const [from, until] = [town().now() + HOUR, town().now() + 3 * HOUR]
    const acting = { accountId: accountId('worker1'), from, until }
    expect((await ask('secretary1', 'worker1', 'acting', { ...acting, until: from })).body.code).toBe(
      'post.date-unfit',
    )
    expect((await ask('secretary1', 'worker1', 'acting', acting)).status).toBe(200)
    expect((await ask('secretary1', 'worker1', 'acting', acting)).body.code).toBe('post.acting-already')
    const inPost = async () => {
      const { body } = await (await town().as('worker1')).get<Me>('/api/me')
      return body.posts.find(({ id }) => id === postId('worker1'))?.actingUntil
    }
    const seen: unknown[] = []
    for (const moment of [from - 1, from, until - 1, until]) {
      town().clock.advance(moment - town().now())
      seen.push([await inPost(), await mayRead('worker1', 'worker1', caseId)])
      if (moment !== from) continue
      await passed(1_000)
      const actor = (await town().as('worker1')).inPost(postId('worker1'))
      const version = await town().versionOf(caseId)
      const add = { move: 'tell', words: '代理期间查看现场。', expectedVersion: version }
      expect((await actor.move(caseId, add)).status).toBe(200)
      const { body } = await actor.get<CaseView>(`/api/cases/${caseId}`, { purpose: 'handleCase' })
      expect(body.timeline.slice(0, 2).map(({ move }) => move)).toEqual(['tell', 'actBegin'])
      expect(body.timeline[0]?.sentence.zh).toContain('（代理人办理）')
    }
    expect(seen).toEqual([
      [undefined, 403],
      [until, 200],
      [until, 200],
      [undefined, 403],
    ])
    await passed(1_000)
    const { body } = await (await town().as('grid1')).get<CaseView>(`/api/cases/${caseId}`)
    expect(body.timeline[0]).toMatchObject({ move: 'actEnd' })
    const { body: ledger } = await (await town().as('auditor')).get<{ rows: LedgerRow[] }>('/api/ledger')
    expect(ledger.rows.some((row) => row.acting)).toBe(true)
    // Whoever raised it is told so too, of those two hours and no others.
    await town().inside((tx) => sealRows(tx))
    const { body: reads } = await (await town().follow(receipt)).get<LedgerRow[]>('/api/follow/reads')
    const when = reads.flatMap((one) => (one.acting ? [from <= one.at && one.at < until] : []))
    expect([...new Set(when)]).toEqual([true])
  })
  test('a post has one holder when two change it at the same moment', async () => {
    const asked = `select version from post where tenant = 1 and id = '${postId('worker2')}'`
    const [row] = await town().rows<{ version: number }>(asked)
    const answers = await Promise.all([
      change('secretary1', 'worker2', 'worker1', row?.version),
      change('secretary1', 'worker2', null, row?.version),
    ])
    expect(answers.map(({ body }) => body.code).toSorted()).toEqual(['post.changed', undefined])
    const held = await town().rows<{ n: number }>(
      `select count(*)::int as n from post_holding where tenant = 1 and post_id = '${postId('worker2')}' and valid_to is null`,
    )
    expect(held[0]?.n).toBeLessThanOrEqual(1)
  })

  test('a post left vacant leaves its matters to the unit, which is alerted; none is without an owner', async () => {
    const caseId = await handled('housing1')
    expect((await change('housingLead', 'housing1', null)).status).toBe(200)
    await handedOver()
    const lead = await town().as('housingLead')
    const { body: view } = await lead.get<CaseView>(`/api/cases/${caseId}`)
    expect([view.owner?.id, view.timeline[0]?.move]).toEqual([unitId('housing'), 'leaveVacant'])
    const alerts = async () =>
      (await lead.get<AlertRow[]>('/api/alerts')).body
        .filter((one) => one.caseId === caseId)
        .map(({ kind }) => kind)
    expect(await alerts()).toEqual(['postVacant'])
    expect((await handovers('housingLead')).map((one) => [one.caseId, one.vacant])).toContainEqual([
      caseId,
      true,
    ])
    expect((await lead.post(`/api/cases/${caseId}/handover`, undefined)).status).toBe(200)
    expect(await alerts()).toEqual([])
    const nobody = await town().rows(
      'select id from grid_case where tenant = 1 and closed_at is null and owner_unit_id is null',
    )
    expect(nobody).toEqual([])
  })
})
