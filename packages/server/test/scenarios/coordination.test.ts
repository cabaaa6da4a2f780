import type { CaseView, FollowView, Receipt } from '@lianxin/contract'
import { afterEach, expect, test } from 'vitest'
import { atHousing, LEAD, seenBy } from './at-housing.ts'
import { countedByEverybody } from './exclusions.ts'
import { joinedMatters, messagesAbout } from './joined-matters.ts'
import { joinedVerdicts } from './joined-verdicts.ts'
import { onHold } from './on-hold.ts'
import { describeInTown } from './open-town.ts'
import { unitId } from './town.ts'
import { withdrawals } from './withdrawals.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const firstOf = ({ assignments }: Pick<CaseView, 'assignments'>) => assignments[0]?.id ?? ''

describeInTown('several units handle a matter together', (town) => {
  withdrawals(town)
  joinedMatters(town)
  onHold(town)
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  test('more time is asked for with a date, granted by somebody else, and told to the requester with its reason', async () => {
    const { step, as, versionOf, now, follow, caughtUp } = town()
    const contact = { phone: '13900000009' }
    const { caseId, receipt } = await atHousing(town(), true, { contact })
    const asked = now() + 20 * DAY
    await step('housing1', caseId, 'askExtension', { dueAt: asked, reason: '三楼老李家的配件要等' })
    const waiting = await seenBy(town(), 'dispatcher', caseId)
    expect(waiting.flags).toMatchObject([
      { flag: 'extension', until: asked, owner: { id: unitId('centre') } },
    ])
    // The department cannot grant it to itself, and a past date is no date.
    const own = await as('housing1')
    const choices = { delay: 'material' }
    const move = { move: 'grantExtension', assignmentId: firstOf(waiting), words: '同意', choices }
    const expectedVersion = await versionOf(caseId)
    expect((await own.move(caseId, { ...move, expectedVersion })).status).toBe(403)
    const dispatcher = await as('dispatcher')
    expect(
      (await dispatcher.move(caseId, { ...move, expectedVersion, dueAt: now() - 1 })).body,
    ).toMatchObject({
      code: 'case.deadline-past',
    })
    await step('dispatcher', caseId, 'grantExtension', {
      ...{ assignmentId: firstOf(waiting), choices },
      words: '配件从外地发货，到货就装。',
    })
    const granted = await seenBy(town(), 'housing1', caseId)
    expect(granted).toMatchObject({ dueAt: asked, flags: [], counts: { extended: 1 } })
    const { body, text } = await (await follow(receipt)).get<FollowView>('/api/follow/case')
    expect([body.dueAt, body.timeline[0]?.words]).toEqual([asked, '配件从外地发货，到货就装。'])
    expect(body.timeline[0]?.sentence.zh).toContain('原因：等配件、材料。')
    // What the unit wrote to the approver stays between them.
    expect(text).not.toContain('老李')
    await caughtUp()
    const day = new Date(asked + 8 * HOUR)
    const told = (await messagesAbout(town(), receipt.number)).filter((one) =>
      one.includes('原因：等配件、材料。'),
    )
    expect(told).toEqual([expect.stringContaining(`${day.getUTCMonth() + 1}月${day.getUTCDate()}日`)])
  })

  test('an objection is decided by whoever is above the dispatcher, once; after that there is no way back', async () => {
    const { step, as, versionOf, report } = town()
    const { caseId } = await atHousing(town(), false)
    await step('housing1', caseId, 'object', { reason: '这是路灯所的' })
    const offered = (await seenBy(town(), 'dispatcher', caseId)).moves.map(({ move }) => move)
    expect(offered).not.toContain('dismissObjection')
    const { assignments } = await seenBy(town(), 'dutyOfficer', caseId)
    await step('dutyOfficer', caseId, 'dismissObjection', {
      assignmentId: firstOf({ assignments }),
      reason: '清单第 12 条写明由你单位办',
    })
    const department = await as('housing1')
    for (const move of ['object', 'return']) {
      const refused = await department.move(caseId, {
        ...{ move, reason: '还是不办', expectedVersion: await versionOf(caseId) },
      })
      expect(refused.body).toMatchObject({ code: 'case.flag-there' })
    }
    await step('housing1', caseId, 'sign')
    // Nobody is above themselves.
    const { caseId: own } = await report()
    await step('dutyOfficer', own, 'triage', { itemCode: 'lamp' })
    await step('dutyOfficer', own, 'dispatch', LEAD)
    await step('housing1', own, 'object', { reason: '这是路灯所的' })
    const { moves } = await seenBy(town(), 'dutyOfficer', own)
    expect(moves.map(({ move }) => move)).not.toContain('upholdObjection')
  })

  test('the district asks back, the unit that has it answers, and nobody else can', async () => {
    const { step, as, versionOf } = town()
    const { caseId } = await atHousing(town())
    await step('dutyOfficer', caseId, 'supervise', { reason: '居民催了三次' })
    const other = await (await as('dutyOfficer')).move(caseId, {
      ...{ move: 'answerSupervision', words: '我来答', expectedVersion: await versionOf(caseId) },
    })
    expect(other.status).toBe(403)
    await step('housing1', caseId, 'answerSupervision', { words: '今天下午去' })
    expect(await seenBy(town(), 'dutyOfficer', caseId)).toMatchObject({
      flags: [],
      counts: { supervised: 1 },
    })
  })

  test('a requester urges once a day, and it is counted', async () => {
    const { follow, later, versionOf } = town()
    const { caseId, receipt } = await atHousing(town())
    const urge = async () =>
      (await follow(receipt)).followedMove({ move: 'urge', expectedVersion: await versionOf(caseId) })
    expect((await urge()).status).toBe(200)
    expect((await urge()).body).toMatchObject({ code: 'case.too-soon' })
    await later(DAY + HOUR)
    expect((await urge()).status).toBe(200)
    expect((await seenBy(town(), 'housing1', caseId)).counts['urged']).toBe(2)
  })

  test('what is left out of the figures needs a ground and a second person', async () => {
    const { step, as, versionOf } = town()
    const { caseId } = await atHousing(town())
    const duty = await as('dutyOfficer')
    const ask = { move: 'askExclusion', reason: '雷击' }
    const groundless = await duty.move(caseId, { ...ask, expectedVersion: await versionOf(caseId) })
    expect(groundless.body).toMatchObject({ code: 'case.choice-invalid' })
    const unheard = { ...ask, choices: { ground: 'mood' }, expectedVersion: await versionOf(caseId) }
    expect((await duty.move(caseId, unheard)).body).toMatchObject({ code: 'case.choice-invalid' })
    await step('dutyOfficer', caseId, 'askExclusion', { reason: '雷击', choices: { ground: 'forceMajeure' } })
    const exclude = { move: 'exclude', words: '同意', expectedVersion: await versionOf(caseId) }
    expect((await duty.move(caseId, exclude)).body).toMatchObject({ code: 'case.decider-is-asker' })
    expect((await seenBy(town(), 'dutyOfficer', caseId)).choices).toMatchObject([{ choice: 'ground' }])
    await countedByEverybody(town(), (await atHousing(town())).caseId)
  })

  test('after the time for reopening the same thing is raised as a new matter that is linked', async () => {
    const { report, step, follow, later, as } = town()
    const receipt = await report({ contact: { name: '李四', phone: '13900000008' } })
    const { caseId } = receipt
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    await step('worker1', caseId, 'feedback', { words: '扫过了' })
    await step('sub1Verifier', caseId, 'pass')
    const again = async () =>
      (await follow(receipt)).post<Receipt & { code: string }>('/api/follow/case/again', {
        words: '又脏了，还是那里',
      })
    expect((await again()).body).toMatchObject({ code: 'case.still-open-to-reopen' })
    await later(8 * DAY)
    expect((await again()).body).toMatchObject({ code: 'case.still-open-to-reopen' })
    await later(16 * DAY)
    expect((await (await follow(receipt)).get<FollowView>('/api/follow/case')).body).toMatchObject({
      mayRaiseAgain: true,
      moves: [],
    })
    const made = (await again()).body
    expect(made.number).not.toBe(receipt.number)
    const seen = await seenBy(town(), 'secretary1', made.caseId)
    expect(seen).toMatchObject({
      words: '又脏了，还是那里',
      requester: { phone: '139****0008' },
      links: [{ link: 'reopenedAs', back: true, id: caseId }],
    })
    expect((await (await as('secretary1')).get(`/api/cases/${caseId}`)).status).toBe(200)
  })

  test('what hangs on a matter closes before it, and nothing can be hung on one that is closed', async () => {
    const { step, as, versionOf, follow } = town()
    const { caseId: parentId, receipt } = await atHousing(town())
    const secretary = await as('secretary1')
    const hang = () =>
      secretary.post<{ caseId: string; code?: string }>('/api/cases/raised', {
        ...{ kind: 'finding', words: '另一处也坏了', where: { communityCode: '210105001001' }, parentId },
      })
    const child = await hang()
    expect(child.status).toBe(200)
    // Nobody ends it meanwhile: not whoever raised it either.
    const requester = await follow(receipt)
    const { body: own } = await requester.get<FollowView>('/api/follow/case')
    expect(own.moves.map(({ move }) => move)).not.toContain('withdraw')
    const withdraw = { move: 'withdraw', expectedVersion: await versionOf(parentId) }
    expect((await requester.followedMove(withdraw)).body).toMatchObject({ code: 'case.children-open' })
    await step('housing1', parentId, 'feedback', { words: '修好了' })
    const verifier = await as('dutyOfficer')
    const pass = async () =>
      verifier.move(parentId, { move: 'pass', expectedVersion: await versionOf(parentId) })
    expect((await pass()).body).toMatchObject({ code: 'case.children-open' })
    await step('secretary1', child.body.caseId, 'selfHandle', { words: '顺手修了' })
    expect((await pass()).status).toBe(200)
    // It waits for the verdict alone, and its clock would close it.
    expect((await hang()).body).toMatchObject({ code: 'case.parent-unfit' })
  })

  test('a matter that the law sends elsewhere is closed with the way there', async () => {
    const { report, step, follow } = town()
    const receipt = await report()
    await step('secretary1', receipt.caseId, 'transfer', {
      ...{ words: '这属于劳动争议，请带合同到区仲裁院。', choices: { route: 'arbitration' } },
    })
    const { body } = await (await follow(receipt)).get<FollowView>('/api/follow/case')
    expect(body).toMatchObject({ state: 'transferred', tone: 'closed' })
    expect(body.timeline[0]?.words).toContain('区仲裁院')
  })

  // Weeks go by in it.
  joinedVerdicts(town)
})
