import type { CaseView, FollowView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'
import { type PersonName, type UnitName, unitId } from './town.ts'

const sentTo = (name: UnitName, role: 'lead' | 'coHandler' = 'lead') => ({
  units: [{ unitId: unitId(name), role }],
})

/** Several units share a matter: one withdraws, another comes in. Told in the town in which the rest of it is told. */
export function withdrawals(town: () => Town): void {
  const seen = async (name: PersonName, caseId: string) =>
    (await (await town().as(name)).get<CaseView>(`/api/cases/${caseId}`)).body
  const trying = async (name: PersonName, caseId: string, move: string, input: object = {}) =>
    (await town().as(name)).move(caseId, {
      ...{ move, expectedVersion: await town().versionOf(caseId) },
      ...input,
    })
  const assignmentOf = async (unit: UnitName, caseId: string) =>
    (await seen('dutyOfficer', caseId)).assignments.findLast((one) => one.unit.id === unitId(unit))
  const running = async (caseId: string, assignmentId: string | undefined) =>
    (await seen('dutyOfficer', caseId)).clocks
      .filter((one) => one.assignmentId === assignmentId && one.stoppedAt === null)
      .map(({ clock }) => clock)
      .sort()

  test('a unit withdraws when somebody above agreed, is answerable until another signs, and takes no step after that', async () => {
    const { step, report } = town()
    const { caseId } = await report()
    await step('secretary1', caseId, 'triage', { itemCode: 'stairs' })
    await step('secretary1', caseId, 'dispatch', sentTo('sub1'))
    await step('sub1Dispatcher', caseId, 'sign')
    const asked = await step('sub1Dispatcher', caseId, 'recuseUnit', { reason: '施工的是我们自己的企业' })
    expect(asked.state).toBe('handling')
    const own = await assignmentOf('sub1', caseId)
    expect([own?.state, await running(caseId, own?.id)]).toEqual(['signed', ['handle', 'recusal']])
    // Pleading is not a way out of it, and neither is giving it back.
    expect((await trying('sub1Dispatcher', caseId, 'return', { reason: '不归我们' })).body.code).toBe(
      'case.flag-there',
    )
    const about = { assignmentId: own?.id, reason: '情况属实' }
    expect((await trying('sub1Dispatcher', caseId, 'grantRecusal', about)).status).toBe(403)
    expect((await trying('dutyOfficer', caseId, 'grantRecusal', { assignmentId: own?.id })).body.code).toBe(
      'case.input-missing',
    )
    expect(await step('dutyOfficer', caseId, 'grantRecusal', about)).toMatchObject({ state: 'triaged' })
    expect((await assignmentOf('sub1', caseId))?.state).toBe('yielded')
    expect(await running(caseId, own?.id)).toEqual(['handle'])
    // The subdistrict would dispatch it: whoever is above does.
    expect((await seen('dutyOfficer', caseId)).owner?.id).toBe(unitId('centre'))

    const other = await report()
    const steps: readonly [string, object][] = [
      ['transfer', { words: '请去仲裁', choices: { route: 'arbitration' } }],
      ['escalate', { reason: '办不了' }],
      ['triage', { itemCode: 'lamp' }],
      ['dispatch', sentTo('housing')],
    ]
    for (const [move, input] of steps)
      expect([move, (await trying('sub1Dispatcher', caseId, move, input)).body.code]).toEqual([
        move,
        'case.unit-withdrew',
      ])
    expect((await seen('sub1Dispatcher', caseId)).moves).toEqual([])
    // Nobody joins it away into a matter that does not know of it, or sends it there again.
    expect((await trying('secretary1', caseId, 'merge', { otherId: other.caseId })).body.code).toBe(
      'case.flag-there',
    )
    expect((await trying('dispatcher', caseId, 'dispatch', sentTo('sub1'))).body.code).toBe(
      'case.unit-recused',
    )

    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    expect((await assignmentOf('sub1', caseId))?.state).toBe('yielded')
    await step('housing1', caseId, 'sign')
    expect((await assignmentOf('sub1', caseId))?.state).toBe('returned')
    expect(await running(caseId, own?.id)).toEqual([])
    await step('housing1', caseId, 'feedback', { words: '修好了' })
    expect((await trying('sub1Verifier', caseId, 'pass')).body.code).toBe('case.unit-withdrew')
    expect((await trying('sub1Verifier', caseId, 'fail', { reason: '没修好' })).body.code).toBe(
      'case.unit-withdrew',
    )
    expect(await step('verifier', caseId, 'pass')).toMatchObject({ state: 'awaitingVerdict' })
  })

  test('whoever sent it there does not let it go, and who was refused once has to do it', async () => {
    const { step, report } = town()
    const { caseId } = await report()
    await step('dutyOfficer', caseId, 'triage', { itemCode: 'lamp' })
    await step('dutyOfficer', caseId, 'dispatch', sentTo('housing'))
    await step('housing1', caseId, 'recuseUnit', { reason: '有利害关系' })
    const about = { assignmentId: (await assignmentOf('housing', caseId))?.id, reason: '没有利害关系' }
    expect((await trying('dutyOfficer', caseId, 'grantRecusal', about)).body.code).toBe(
      'case.decider-is-sender',
    )
    await step('dispatcher', caseId, 'recall', { reason: '另派' })
    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    await step('housing1', caseId, 'recuseUnit', { reason: '有利害关系' })
    // The decision is the command centre's alone, and by now another colleague's of the one who sent it first.
    expect((await trying('sub1Dispatcher', caseId, 'refuseRecusal', about)).status).toBe(403)
    await step('housing1', caseId, 'sign')
    await step('housing1', caseId, 'feedback', { words: '还是办了' })
    const done = await seen('dutyOfficer', caseId)
    expect(done.state).toBe('answered')
    expect(done.flags.map(({ flag }) => flag)).toEqual(['takenFrom', 'recusalAsked'])
  })

  test('a co-handler that may go is out at once, and what one unit pleads holds up no other', async () => {
    const { step, report } = town()
    const { caseId } = await report()
    const two = { units: [...sentTo('housing').units, ...sentTo('heating', 'coHandler').units] }
    await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', two)
    for (const name of ['housing1', 'heating1'] as const) await step(name, caseId, 'sign')
    await step('heating1', caseId, 'recuseUnit', { reason: '有利害关系' })
    // Somebody else's plea does not bind the lead's hands.
    await step('housingLead', caseId, 'callIn', { ...sentTo('sub2', 'coHandler'), reason: '要封路' })
    const heating = await assignmentOf('heating', caseId)
    await step('dutyOfficer', caseId, 'grantRecusal', { assignmentId: heating?.id, reason: '情况属实' })
    expect((await assignmentOf('heating', caseId))?.state).toBe('returned')
    expect(await running(caseId, heating?.id)).toEqual([])
    // A lead that is let go while another unit has signed leaves nothing running either.
    await step('sub2Dispatcher', caseId, 'sign')
    await step('housing1', caseId, 'recuseUnit', { reason: '有利害关系' })
    const housing = await assignmentOf('housing', caseId)
    await step('dutyOfficer', caseId, 'grantRecusal', { assignmentId: housing?.id, reason: '情况属实' })
    expect([await running(caseId, housing?.id), (await seen('dutyOfficer', caseId)).owner?.id]).toEqual([
      [],
      unitId('sub2'),
    ])
  })

  test('also a unit that was right to object stays answerable until another signs, and the requester is told who', async () => {
    const { step, report, follow } = town()
    const receipt = await report()
    const { caseId } = receipt
    const told = async () =>
      (await (await follow(receipt)).get<FollowView>('/api/follow/case')).body.answerable?.id ?? null
    await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    await step('housing1', caseId, 'object', { reason: '这是供热的' })
    const housing = await assignmentOf('housing', caseId)
    const upheld = { assignmentId: housing?.id, reason: '清单第 12 条' }
    expect(await step('dutyOfficer', caseId, 'upholdObjection', upheld)).toMatchObject({ state: 'triaged' })
    expect([(await assignmentOf('housing', caseId))?.state, await told()]).toEqual([
      'yielded',
      unitId('housing'),
    ])
    expect(await running(caseId, housing?.id)).toEqual(['handle'])
    // The next one is called back before it signed: the first is answerable still, and nobody besides.
    await step('dispatcher', caseId, 'dispatch', sentTo('sub2'))
    await step('dispatcher', caseId, 'recall', { reason: '派错了' })
    expect([(await assignmentOf('sub2', caseId))?.state, await told()]).toEqual([
      'returned',
      unitId('housing'),
    ])
    await step('dispatcher', caseId, 'dispatch', sentTo('heating'))
    await step('heating1', caseId, 'sign')
    expect([(await assignmentOf('housing', caseId))?.state, await told()]).toEqual(['returned', null])
    expect(await running(caseId, housing?.id)).toEqual([])
  })

  test('a lead calls in departments and offices; what a community is to do comes from whoever dispatches, or through the gate', async () => {
    const { step, report } = town()
    const { caseId } = await report()
    await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    await step('housing1', caseId, 'sign')
    const { moves } = await seen('housingLead', caseId)
    expect(moves.find(({ move }) => move === 'callIn')).toMatchObject({ calledBy: unitId('housing') })
    for (const unit of ['com1', 'com2', 'centre'] as const) {
      const asked = { ...sentTo(unit, 'coHandler'), reason: '请社区入户登记' }
      const { status, body } = await trying('housingLead', caseId, 'callIn', asked)
      expect([unit, status, body.code]).toEqual([unit, 422, 'case.unit-not-callable'])
    }
    expect((await seen('dutyOfficer', caseId)).assignments).toHaveLength(1)
    await step('dispatcher', caseId, 'addHandler', { ...sentTo('com1', 'coHandler'), reason: '要有人带路' })
    await step('housingLead', caseId, 'callIn', { ...sentTo('sub2', 'coHandler'), reason: '要封路' })
    expect((await seen('dutyOfficer', caseId)).assignments).toHaveLength(3)
    // Sent there once more, it is asked anew: what it did the last time binds it no longer.
    await step('dispatcher', caseId, 'recall', { reason: '派错了' })
    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    expect((await seen('dutyOfficer', caseId)).flags.map(({ flag }) => flag)).not.toContain('calledIn')
    await step('housing1', caseId, 'return', { reason: '不归我们' })
  })

  test('a co-handler comes in later with clocks of its own, and the lead stays answerable and is waited for', async () => {
    const { step, report } = town()
    const { caseId } = await report()
    await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', sentTo('housing'))
    await step('housing1', caseId, 'sign')
    await step('housingLead', caseId, 'callIn', {
      ...sentTo('heating', 'coHandler'),
      reason: '要先停暖',
    })
    await step('dispatcher', caseId, 'addHandler', { ...sentTo('sub1', 'coHandler'), reason: '要通知居民' })
    const shared = await seen('dutyOfficer', caseId)
    expect([shared.state, shared.owner?.id]).toEqual(['handling', unitId('housing')])
    expect(shared.assignments.map(({ role, state }) => [role, state])).toEqual([
      ['lead', 'signed'],
      ['coHandler', 'sent'],
      ['coHandler', 'sent'],
    ])
    const [, heating] = shared.assignments
    expect(await running(caseId, heating?.id)).toEqual(['handle', 'sign'])
    // Once only, by whoever leads, and whoever called others in does not leave them alone with it.
    const again = { ...sentTo('heating', 'coHandler'), reason: '再请' }
    expect((await trying('housing1', caseId, 'callIn', again)).body.code).toBe('case.unit-twice')
    expect((await trying('heating1', caseId, 'callIn', again)).body.code).toBe('case.not-the-lead')
    expect((await trying('housing1', caseId, 'return', { reason: '让他们办' })).body.code).toBe(
      'case.flag-there',
    )
    expect(await step('housing1', caseId, 'feedback', { words: '我们的部分好了' })).toMatchObject({
      state: 'handling',
    })
    for (const name of ['heating1', 'sub1Dispatcher'] as const) await step(name, caseId, 'sign')
    await step('heating1', caseId, 'feedback', { words: '停过暖了' })
    expect(await step('sub1Dispatcher', caseId, 'feedback', { words: '通知了' })).toMatchObject({
      state: 'answered',
    })
  })
}
