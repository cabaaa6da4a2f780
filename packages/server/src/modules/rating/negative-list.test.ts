import {
  DAY_MS,
  type FollowView,
  MINUTE_MS,
  type MoveDone,
  type Receipt,
  type SettingList,
} from '@lianxin/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaintsTogether } from '../../../test/scenarios/joined-verdicts.ts'
import { describeInTown, TENANT } from '../../../test/scenarios/open-town.ts'
import type { Person } from '../../../test/scenarios/people.ts'
import { checkedAbove, urgedAndHeld } from '../../../test/scenarios/rectification-moves.ts'
import { type UnitName, unitId } from '../../../test/scenarios/town.ts'
import { saysNothingOfTheMatter } from '../../../test/scenarios/unit-pages.ts'
import { readAfter } from '../../kernel/event-store.ts'
import { tenantsWaiting } from '../../kernel/waiting.ts'
import { openingJob } from '../case/jobs.ts'
import { lateJob, negativeListJob } from './jobs.ts'
import { ratedRounds } from './subscribers.ts'

describeInTown('the negative list of a town', (town) => {
  const jobs = [lateJob, negativeListJob, openingJob]
  /** The house's own heartbeat may be at the same matter, and then ours steps aside: goes on until nothing waits. */
  const listed = async () => {
    const { world } = town().app
    const waiting = () =>
      Promise.all(jobs.map((job) => (job.waiting ? tenantsWaiting(world, job.waiting) : [])))
    do {
      for (const job of jobs) {
        await town().caughtUp()
        await job.run(world, TENANT)
      }
    } while ((await waiting()).flat().length > 0)
    await town().caughtUp()
  }
  const entriesOf = ({ caseId }: Receipt) =>
    town().rows<{ cause: string; unit_id: string; rectification_id: string | null; opens: boolean }>(
      `select cause, unit_id, rectification_id, opens from negative_entry where tenant = 1 and matter_id = '${caseId}' order by cause`,
    )
  const rectificationsOf = ({ caseId }: Receipt) =>
    town().rows<{ id: string; state: string; owner_unit_id: string }>(
      `select c.id, c.state, c.owner_unit_id from grid_case c join case_link l on l.tenant = c.tenant and l.case_id = c.id
       where l.tenant = 1 and l.kind = 'aroseFrom' and l.other_id = '${caseId}' and c.kind = 'rectification' order by c.opened_at`,
    )
  const judge = async (receipt: Receipt, who: Person, verdict: object) =>
    who.followedMove({ move: 'judge', expectedVersion: await town().versionOf(receipt.caseId), ...verdict })
  const handled = async (receipt: Receipt) => {
    await town().step('worker1', receipt.caseId, 'takeUp', { itemCode: 'stairs' })
    await town().step('worker1', receipt.caseId, 'feedback', { words: '清理过了' })
    await town().step('sub1Verifier', receipt.caseId, 'pass')
  }
  const dispatched = async (receipt: Receipt, unit: UnitName) => {
    await town().step('worker1', receipt.caseId, 'triage', { itemCode: 'lamp' })
    const units = [{ unitId: unitId(unit), role: 'lead' }]
    await town().step('dispatcher', receipt.caseId, 'dispatch', { units })
    return receipt
  }
  const falselyClosed = async (receipt: Receipt) => {
    await dispatched(receipt, 'housing')
    await town().step('housing1', receipt.caseId, 'sign')
    await town().step('housing1', receipt.caseId, 'feedback', { words: '灯亮了' })
    await town().step('dutyOfficer', receipt.caseId, 'fail', { reason: '灯没有亮' })
    await listed()
    return receipt
  }
  const followed = async (who: Person) => {
    const { status, body, text } = await who.get<FollowView>('/api/follow/case')
    expect([status, text]).toEqual([200, expect.anything()])
    return body
  }
  const says = (who: Person, id: string, move: string, version: number, more: object = {}) =>
    who.send<MoveDone>('POST', `/api/follow/remedies/${id}/moves`, {
      move,
      expectedVersion: version,
      ...more,
    })
  const sort = (measure: string) => ({ choices: { measure } })
  const messages = (caseId: string) =>
    town().rows<{ id: string }>(`select id from message where tenant = 1 and case_id = '${caseId}'`)

  describe('a matter that came back twice', () => {
    let receipt: Receipt
    let who: Person
    beforeAll(async () => {
      receipt = await town().report({ contact: { phone: '13900001111' } })
      who = await town().follow(receipt)
      for (const satisfaction of [3, 1]) {
        await handled(receipt)
        expect((await judge(receipt, who, { solved: false, satisfaction })).status).toBe(200)
      }
      await listed()
    }, 120_000)

    test('is rectified once for both causes that it met at once, by the unit that handled it', async () => {
      const entries = await entriesOf(receipt)
      expect(entries.map(({ cause, unit_id }) => [cause, unit_id])).toEqual([
        ['dissatisfied', unitId('com1')],
        ['reopenedTwice', unitId('com1')],
      ])
      const [opened, ...more] = await rectificationsOf(receipt)
      expect(more).toEqual([])
      expect(new Set(entries.map(({ rectification_id }) => rectification_id))).toEqual(new Set([opened?.id]))
      expect(opened).toMatchObject({ state: 'planning', owner_unit_id: unitId('com1') })
    })

    test('opens nothing more when everything is told again', async () => {
      await town().inside(async (tx) => {
        const events = await readAfter(tx, 0, 10_000)
        await ratedRounds.handle(
          tx,
          events.filter(({ type }) => ratedRounds.on(type)),
        )
      })
      await listed()
      expect((await rectificationsOf(receipt)).length).toBe(1)
      expect((await entriesOf(receipt)).length).toBe(2)
    })

    test('is checked by whoever complained, and goes on until it is set right', async () => {
      const [opened] = await rectificationsOf(receipt)
      const id = opened?.id ?? ''
      const told = (await messages(receipt.caseId)).length
      const dueAt = town().now() + 5 * DAY_MS
      await town().step('worker1', id, 'plan', { words: '每周清理一次', dueAt, ...sort('rounds') })
      await town().step('worker1', id, 'report', { words: '已经清理三周' })
      await town().caughtUp()
      expect((await messages(receipt.caseId)).length).toBeGreaterThan(told)
      const [asked] = (await followed(who)).remedies
      expect(asked).toMatchObject({ id, tone: 'waiting' })
      expect(asked?.moves.map(({ move }) => move)).toEqual(['confirm', 'contest'])
      expect(asked?.timeline.map(({ words }) => words)).toEqual(['已经清理三周', '每周清理一次', null])
      // Nobody of the unit that had to do it says that it is set right.
      const pass = { move: 'pass', expectedVersion: asked?.version ?? 0 }
      const own = await (await town().as('secretary1')).move(id, pass)
      expect(own.status).toBe(409)
      expect((await says(who, id, 'contest', asked?.version ?? 0)).status).toBe(422)
      const contested = await says(who, id, 'contest', asked?.version ?? 0, { words: '还是堆着' })
      expect(contested.body).toMatchObject({ state: 'planning' })
      await town().step('worker2', id, 'plan', { words: '装上门禁', dueAt, ...sort('repair') })
      await town().step('worker2', id, 'report', { words: '装好了' })
      const [again] = (await followed(who)).remedies
      expect((await says(who, id, 'confirm', again?.version ?? 0)).body).toMatchObject({ state: 'closed' })
      expect((await followed(who)).remedies[0]?.moves).toEqual([])
    })

    test('stands on the unit’s public page as a sort of measure, a quarter and who checked it, and leads to no matter', async () => {
      await saysNothingOfTheMatter(town(), receipt, (await rectificationsOf(receipt))[0]?.id ?? '')
    })

    test('is nobody else’s to check', async () => {
      const [opened] = await rectificationsOf(receipt)
      const other = await town().follow(await town().report())
      expect((await says(other, opened?.id ?? '', 'confirm', 1)).status).toBe(404)
      expect((await says(town().anybody, opened?.id ?? '', 'confirm', 1)).status).toBe(401)
      expect((await followed(other)).remedies).toEqual([])
    })
  })

  test('where nobody checks in time the community does, and that is said', async () => {
    const receipt = await falselyClosed(await town().report())
    expect(await entriesOf(receipt)).toMatchObject([{ cause: 'falseClosing', unit_id: unitId('housing') }])
    const id = (await rectificationsOf(receipt))[0]?.id ?? ''
    const planned = async (words: string) =>
      town().step('housing1', id, 'plan', { words, dueAt: town().now() + DAY_MS, ...sort('repair') })
    await planned('换线')
    await urgedAndHeld(town(), id, receipt)
    await town().step('housing1', id, 'report', { words: '换好了' })
    await town().later(8 * DAY_MS)
    const [lapsed] = (await followed(await town().follow(receipt))).remedies
    expect(lapsed).toMatchObject({ moves: [], sentence: { zh: expect.stringContaining('东社区') } })
    await town().step('worker1', id, 'fail', { reason: '三号灯还是不亮' })
    await planned('再换')
    await town().step('housing1', id, 'report', { words: '都亮了' })
    await town().later(8 * DAY_MS)
    await checkedAbove(town(), id)
  })

  complaintsTogether(town, listed)

  test('of several who complained nobody decides for the others: one who says no sends it back, and most must say yes', async () => {
    const { report, step, later, follow, now } = town()
    const receipt = await report()
    const joined = [await report(), await report()]
    for (const { caseId } of joined) await step('secretary1', caseId, 'merge', { otherId: receipt.caseId })
    await falselyClosed(receipt)
    const id = (await rectificationsOf(receipt))[0]?.id ?? ''
    const mended = async (words: string) => {
      await step('housing1', id, 'plan', { words, dueAt: now() + DAY_MS, ...sort('repair') })
      await step('housing1', id, 'report', { words })
    }
    const [one, two, three] = [receipt, ...joined]
    if (!one || !two || !three) throw new Error('three complained')
    const answer = async (own: Receipt, move: string, more: object = {}) => {
      const who = await follow(own)
      const [seen] = (await followed(who)).remedies
      return (await says(who, id, move, seen?.version ?? 0, more)).body
    }
    await mended('换线')
    expect(await answer(one, 'confirm')).toMatchObject({ state: 'asked' })
    expect((await followed(await follow(one))).remedies[0]?.moves.map(({ move }) => move)).toEqual([
      'contest',
    ])
    expect(await answer(one, 'confirm')).toMatchObject({ code: 'case.flag-there' })
    expect(await answer(two, 'contest', { words: '三号灯还是不亮' })).toMatchObject({ state: 'planning' })
    // What was said of the first try does not count for the second.
    await mended('再换')
    expect(await answer(two, 'confirm')).toMatchObject({ state: 'asked' })
    await later(8 * DAY_MS)
    const stateOf = async () => (await rectificationsOf(receipt))[0]?.state
    expect(await stateOf()).toBe('communityChecking')
    await step('worker1', id, 'fail', { reason: '二号灯还是不亮' })
    await mended('都换了')
    for (const own of [one, three]) expect(await answer(own, 'confirm')).toMatchObject({ state: 'asked' })
    await later(8 * DAY_MS)
    expect(await stateOf()).toBe('closed')
  })

  test('late long enough opens one, a unit where nobody works is answered for by the one above, and a rule that is off opens none', async () => {
    const nobody = await dispatched(await town().report(), 'parks')
    await town().later(4 * DAY_MS)
    await listed()
    expect(await entriesOf(nobody)).toEqual([])
    // The house may know more holidays than the town by then: whichever calendar counts, it is late within these days.
    const noted = async (receipt: Receipt, causes = 1) => {
      for (let days = 0; days < 15 && (await entriesOf(receipt)).length < causes; days++) {
        await town().later(DAY_MS)
        await listed()
      }
      return entriesOf(receipt)
    }
    expect(await noted(nobody)).toMatchObject([{ cause: 'late', unit_id: unitId('parks') }])
    expect(await rectificationsOf(nobody)).toMatchObject([{ owner_unit_id: unitId('centre') }])
    const keeper = await town().as('ruleKeeper')
    const { body } = await keeper.get<SettingList>('/api/settings')
    const present = body.rows.find(({ name }) => name === 'negativeTriggers')?.present
    const off = { late: { on: false, afterHours: 0 }, falseClosing: { on: false, times: 1 } }
    const value = { ...(present?.value as object), ...off }
    const decided = await keeper.send('POST', '/api/settings/negativeTriggers', {
      ...{ value, reason: '先不记超时', seenVersion: 0, effectiveFrom: town().now() + 5 * MINUTE_MS },
    })
    expect([decided.status, decided.text]).toEqual([200, expect.anything()])
    const [before] = [await town().report(), await town().later(10 * MINUTE_MS)]
    const spared = await falselyClosed(await town().report())
    await falselyClosed(before)
    // What was open before the rule's date is judged by the one that it began with, also by what happens after it.
    expect((await noted(before, 2)).map(({ cause }) => cause)).toEqual(['falseClosing', 'late'])
    expect([await entriesOf(spared), town().faults]).toEqual([[], []])
  })
})
