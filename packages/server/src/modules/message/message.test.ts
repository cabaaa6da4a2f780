import type { DemoMessage } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { type SmallDistrict, smallDistrict } from '../../../test/support/small-district.ts'
import { testEdge } from '../../../test/support/test-edge.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type TestClock, testClock } from '../../platform/clock.ts'
import { type MessageConnector, message } from './index.ts'
import { claimMessages } from './store.ts'

const PHONE = '13900000001'
const SECOND = 1_000
const DAY = 86_400_000

describeOnEachDatabase('messages to requesters', (database) => {
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  let district: SmallDistrict
  let outcome: Awaited<ReturnType<MessageConnector['deliver']>> = 'delivered'
  const sent: { id: string; to: string; text: string }[] = []
  const gateway: MessageConnector = {
    channel: 'sms',
    async deliver(one) {
      sent.push(one)
      return outcome
    },
  }
  const room = message({ connectors: [gateway], demo: true })
  const run = async (name: string) => room.jobs?.find((job) => job.name === name)?.run(world, 1)
  const deliver = () => run('message.deliver')
  const shown = async (cursor?: string | null) => {
    const { http } = testEdge(world, [room])
    const answer = await http.inject(`/api/demo/messages${cursor ? `?cursor=${cursor}` : ''}`)
    return answer.json() as { rows: DemoMessage[]; next: string | null }
  }
  const newest = async () => (await shown()).rows[0]

  beforeAll(async () => {
    clock = testClock('2026-03-02T09:00:00+08:00')
    world = testWorld(database(), clock)
    district = await smallDistrict(database(), world)
  })
  beforeEach(async () => {
    // Each story begins with nothing waiting.
    outcome = 'delivered'
    await district.react(room)
    while (await deliver());
    clock.advance(DAY)
    sent.length = 0
  })

  test('whoever left a mobile number is told that the matter is registered, by number and without the follow code', async () => {
    const receipt = await district.report({ phone: PHONE, name: '王某某' })
    await district.react(room)
    const told = await newest()
    expect(told).toMatchObject({ to: PHONE, channel: 'sms', state: 'waiting' })
    expect(told?.text).toMatch(
      new RegExp(
        `^【连心】您反映的事已登记，编号 ${receipt.number}。牡丹社区已经收到.*这一步最迟3月\\d日\\d\\d:\\d\\d前完成`,
      ),
    )
    expect(told?.text).not.toContain(receipt.followCode)
    expect(told?.text).not.toContain('王某某')
  })

  test('in English when the matter was raised in English', async () => {
    await district.report({ phone: PHONE }, { language: 'en' })
    await district.react(room)
    expect((await newest())?.text).toMatch(
      /^【Lianxin】Your matter is registered as .*Mudan Community has received it/,
    )
  })

  test('nobody is written to without a mobile number', async () => {
    await district.report()
    await district.report({ phone: '024-86861234' })
    await district.react(room)
    await deliver()
    expect(sent).toEqual([])
  })

  test('steps are told as the kind says: taking it up is, triage is not', async () => {
    const { caseId, number } = await district.report({ phone: PHONE })
    const secretary = district.staff('communitySecretary')
    await district.move(secretary, caseId, { move: 'triage', expectedVersion: 1, itemCode: 'water.none' })
    await district.react(room)
    await deliver()
    expect(sent.map(({ text }) => text.slice(0, 30))).toEqual([expect.stringContaining('已登记')])
    await district.move(secretary, caseId, { move: 'takeUp', expectedVersion: 2, itemCode: 'water.none' })
    await district.move(secretary, caseId, {
      move: 'tell',
      expectedVersion: 3,
      words: '师傅正在路上，请稍等',
    })
    await district.react(room)
    await deliver()
    const [, taken, progress] = sent.map(({ text }) => text)
    expect(taken).toContain(`${number} 有新进展：牡丹社区正在办理。`)
    // A step that leaves the state as it is speaks of itself; what was written stays behind the follow code.
    expect(progress).toContain('牡丹社区告知进展。')
    expect(progress).not.toContain('师傅')
  })

  test('an event that is seen twice makes one message', async () => {
    await district.report({ phone: PHONE })
    await district.react(room)
    await district.inside((tx) => sql`update subscriber_position set seq = 0 where tenant = 1`.execute(tx.db))
    const before = (await shown()).rows.length
    await district.react(room)
    expect((await shown()).rows).toHaveLength(before)
  })

  test('a message leaves once and is then delivered', async () => {
    await district.report({ phone: PHONE })
    await district.react(room)
    expect(await deliver()).toBe(1)
    expect(await deliver()).toBe(0)
    expect(sent).toHaveLength(1)
    expect(await newest()).toMatchObject({ id: sent[0]?.id, state: 'delivered' })
  })

  test('a gateway that fails is asked again, ever later and under the same id, eight times in all', async () => {
    outcome = { failed: '503', retry: true }
    await district.report({ phone: PHONE })
    await district.react(room)
    for (let tries = 1; tries <= 8; tries += 1) {
      expect([tries, await deliver()]).toEqual([tries, 1])
      clock.advance(10 * SECOND * 2 ** tries - 1)
      expect(await deliver()).toBe(0)
      clock.advance(1)
    }
    expect(await deliver()).toBe(0)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    expect((await newest())?.state).toBe('failed')
    expect(JSON.stringify(world.logged)).not.toContain(PHONE)
    expect(world.logged.at(-1)).toMatchObject({ channel: 'sms', failed: '503', tries: 8, retry: false })
  })

  test('a gateway that refuses for good is not asked again', async () => {
    outcome = { failed: '400', retry: false }
    await district.report({ phone: PHONE })
    await district.react(room)
    await deliver()
    clock.advance(DAY)
    expect(await deliver()).toBe(0)
    expect((await newest())?.state).toBe('failed')
  })

  test('a message that was claimed by a process that died leaves after its minute, under the same id', async () => {
    await district.report({ phone: PHONE })
    await district.react(room)
    const [claimed] = await district.inside((tx) => claimMessages(tx, 20, 60 * SECOND))
    expect(await deliver()).toBe(0)
    clock.advance(60 * SECOND)
    expect(await deliver()).toBe(1)
    expect(sent.map(({ id }) => id)).toEqual([claimed?.id])
  })

  test('two processes that deliver at the same time send each message once', async () => {
    for (let matters = 0; matters < 30; matters += 1) await district.report({ phone: PHONE })
    await district.react(room)
    while ((await Promise.all([deliver(), deliver(), deliver()])).some((did) => did));
    expect(sent).toHaveLength(30)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(30)
  })

  test('recipient and words are sealed at rest, and erased a month after they were settled', async () => {
    await district.report({ phone: PHONE })
    await district.react(room)
    await deliver()
    const id = sent[0]?.id ?? ''
    const row = async () =>
      (
        await district.inside((tx) =>
          sql<{
            recipient: Uint8Array | null
            body: Uint8Array | null
          }>`select recipient, body from message where tenant = 1 and id = ${id}`.execute(tx.db),
        )
      ).rows[0]
    const stored = await row()
    expect(Buffer.from(stored?.recipient ?? []).toString('latin1')).not.toContain(PHONE)
    expect(Buffer.from(stored?.body ?? []).toString('utf8')).not.toContain('连心')
    clock.advance(29 * DAY)
    await run('message.erase')
    expect((await row())?.body).not.toBeNull()
    clock.advance(DAY + 1)
    await run('message.erase')
    expect(await row()).toEqual({ recipient: null, body: null })
  })

  test('the page of the demonstration goes from the newest to the oldest without missing or repeating one', async () => {
    for (let matters = 0; matters < 40; matters += 1) await district.report({ phone: PHONE })
    await district.react(room)
    const { rows } = await district.inside((tx) =>
      sql<{ n: number }>`select count(*)::int as n from message where body is not null`.execute(tx.db),
    )
    const all: DemoMessage[] = []
    for (let page = await shown(); ; page = await shown(page.next)) {
      all.push(...page.rows)
      if (page.next === null) break
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(rows[0]?.n)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a))
    expect(await shown('made-up')).toMatchObject({ code: 'input.invalid' })
  })

  test('outside of a demonstration nobody can ask for the messages', async () => {
    const { http } = testEdge(world, [message({ connectors: [], demo: false })])
    expect((await http.inject('/api/demo/messages')).statusCode).toBe(404)
  })
})
