import type { CasePage, CaseView, GateDraft, Raised } from '@lianxin/contract'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { COMMUNITIES, type PersonName, unitId } from './town.ts'

const DAY = 86_400_000
const SEED = 20_261_128
const FATES = ['placed', 'taken', 'declined', 'upheld', 'overruled', 'takenBack'] as const
const MATTERS = ['registered', 'triaged', 'sentToTheGate'] as const
const plans = fc.oneof(fc.constantFrom(...FATES), fc.constantFrom(...MATTERS))

describeInTown('a task that a department places on a community', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const post = async <T>(name: PersonName, path: string, body: object) =>
    (await town().as(name)).post<T & { code?: string }>(path, body)

  /** A demand that the gate let through and that the first community took on, the second refused. */
  const admitted = async (more: Partial<GateDraft> = {}) => {
    const draft: GateDraft = {
      ...{ kind: 'assignment', dutyCode: null, level: 'community', minutes: 30, frequency: 'monthly' },
      ...{ fromAt: town().now(), untilAt: town().now() + 100 * DAY },
      communityCodes: [COMMUNITIES[0], COMMUNITIES[1]],
      words: { title: '告知停水', purpose: '把停水的时间告诉每栋楼。', basis: '供水条例', fields: [] },
      ...more,
    }
    const { body } = await post<{ requestId: string }>('housing1', '/api/gate/requests', draft)
    const gate = `/api/gate/requests/${body.requestId}`
    expect((await post('housing1', `${gate}/step`, { expectedVersion: 1, move: 'submit' })).status).toBe(200)
    const decision = { expectedVersion: 2, move: 'pass', reason: '确有需要' }
    expect((await post('gatekeeper', `${gate}/decision`, decision)).status).toBe(200)
    const reply = { move: 'take', ground: null, dutyCode: null, reason: null }
    expect((await post('secretary1', `${gate}/answer`, reply)).status).toBe(200)
    const refusal = { ...reply, move: 'decline', ground: 'tooMuch', reason: '人手不够' }
    expect((await post('secretary2', `${gate}/answer`, refusal)).status).toBe(200)
    return body.requestId
  }
  const raise = (name: PersonName, communityCode: string, more: object) =>
    post<Raised>(name, '/api/cases/raised', {
      ...{ kind: 'assignment', words: '请把停水告知单贴到每个单元', where: { communityCode } },
      ...more,
    })
  const placed = async (admissionId: string, dueAt = town().now() + 5 * DAY) => {
    const { status, body } = await raise('housing1', COMMUNITIES[0], {
      ...{ admissionId, firstMove: { move: 'place', dueAt } },
    })
    expect([status, body.code]).toEqual([200, undefined])
    return body.caseId
  }
  const view = async (name: PersonName, caseId: string) =>
    (await town().as(name)).get<CaseView>(`/api/cases/${caseId}`)

  test('comes only by an admission, only where it was taken on, and once in each period', async () => {
    const dueAt = town().now() + 5 * DAY
    const firstMove = { move: 'place', dueAt }
    expect((await raise('housing1', COMMUNITIES[0], { firstMove })).body.code).toBe('case.admission-needed')
    const admissionId = await admitted()
    const more = { admissionId, firstMove }
    expect((await raise('heating1', COMMUNITIES[0], more)).body.code).toBe('case.not-admitted')
    expect((await raise('housing1', COMMUNITIES[1], more)).body.code).toBe('case.not-admitted')
    expect((await raise('secretary1', COMMUNITIES[0], more)).status).toBe(403)
    const caseId = await placed(admissionId, dueAt)
    expect((await view('secretary1', caseId)).body).toMatchObject({
      ...{
        state: 'placed',
        admissionId,
        owner: { id: unitId('com1') },
        initiator: { id: unitId('housing') },
      },
      flags: [{ flag: 'wanted', until: dueAt }],
    })
    expect((await raise('housing1', COMMUNITIES[0], more)).body.code).toBe('case.admission-used')
    // Whoever placed it reads it while others have it; another department does not.
    expect((await view('housingLead', caseId)).status).toBe(200)
    expect((await view('heating1', caseId)).status).toBe(404)
    expect((await view('gatekeeper', caseId)).status).toBe(404)
    await town().later(31 * DAY)
    await placed(admissionId)
  })

  test('two who place it at the same moment do not both have the one time that was admitted', async () => {
    const admissionId = await admitted({ frequency: 'once' })
    const more = { admissionId, firstMove: { move: 'place', dueAt: town().now() + DAY } }
    const answers = await Promise.all([
      raise('housing1', COMMUNITIES[0], more),
      raise('housingLead', COMMUNITIES[0], more),
    ])
    expect(answers.map(({ body }) => body.code).toSorted()).toEqual(['case.admission-used', undefined])
  })

  test('is taken on, done by the date that was asked for, and settled by itself when the department says nothing', async () => {
    const { step, later } = town()
    const dueAt = town().now() + 6 * DAY
    const caseId = await placed(await admitted(), dueAt)
    await step('secretary1', caseId, 'take')
    expect((await view('worker1', caseId)).body).toMatchObject({ state: 'doing', dueAt })
    await step('housing1', caseId, 'moreTime', { dueAt: dueAt + DAY })
    expect((await view('worker1', caseId)).body.dueAt).toBe(dueAt + DAY)
    await step('worker1', caseId, 'answer', { words: '都贴好了' })
    await step('housing1', caseId, 'sendBack', { reason: '三号楼没有', dueAt: dueAt + 2 * DAY })
    await step('worker1', caseId, 'answer', { words: '三号楼补上了' })
    const again = await (await town().as('housing1')).move(caseId, {
      ...{ move: 'sendBack', reason: '再来', dueAt: dueAt + 3 * DAY },
      expectedVersion: await town().versionOf(caseId),
    })
    expect(again.body).toMatchObject({ code: 'case.flag-there' })
    await later(10 * DAY)
    expect((await view('housing1', caseId)).body.state).toBe('done')
  })

  test('is refused with one tap, and the refusal stands unless the gatekeeper decides otherwise in writing', async () => {
    const { step, later } = town()
    const left = await placed(await admitted())
    await step('secretary1', left, 'decline')
    expect((await view('gatekeeper', left)).body).toMatchObject({ state: 'declined', requester: null })
    await later(10 * DAY)
    expect((await view('secretary1', left)).body.state).toBe('refused')

    const caseId = await placed(await admitted())
    await step('secretary1', caseId, 'decline', { reason: '该由物业贴' })
    const attempt = async (name: PersonName, input: object) =>
      (await town().as(name)).move(caseId, {
        ...{ move: 'overrule', expectedVersion: await town().versionOf(caseId) },
        ...input,
      })
    expect((await attempt('housing1', { reason: '要办' })).status).toBe(403)
    expect((await attempt('gatekeeper', {})).body).toMatchObject({ code: 'case.input-missing' })
    await step('gatekeeper', caseId, 'overrule', { reason: '清单第三条写明由社区告知' })
    const { body } = await view('secretary1', caseId)
    expect([body.state, body.moves.map(({ move }) => move)]).toEqual(['placed', ['take']])
  })

  test('is seen by the gatekeeper exactly while a refusal waits there, whatever else the district does', async () => {
    const { step } = town()
    // What the story itself did, and not what any reach says.
    const waiting = new Set<string>()
    const everything = (
      await town().rows<{ id: string; state: string }>(
        `select id, state from grid_case where tenant = 1 and kind = 'assignment' and state = 'declined'`,
      )
    ).map(({ id }) => id)
    for (const id of everything) waiting.add(id)
    const ids: string[] = []
    const seen = async () => {
      const gatekeeper = await town().as('gatekeeper')
      const { body } = await gatekeeper.get<CasePage>('/api/cases?box=all&limit=100')
      const opened = await Promise.all(
        ids.map(async (id) => (await gatekeeper.get(`/api/cases/${id}`)).status),
      )
      return {
        listed: body.rows.map(({ id }) => id).toSorted(),
        opened: ids.filter((_, index) => opened[index] === 200).toSorted(),
      }
    }
    const holds = async () =>
      expect(await seen()).toEqual({
        listed: [...waiting].toSorted(),
        opened: ids.filter((id) => waiting.has(id)).toSorted(),
      })
    const assigned = async (fate: (typeof FATES)[number]) => {
      const caseId = await placed(await admitted({ frequency: 'once' }))
      ids.push(caseId)
      if (fate === 'taken') await step('secretary1', caseId, 'take')
      if (fate === 'takenBack') await step('housing1', caseId, 'takeBack')
      if (fate === 'placed' || fate === 'taken' || fate === 'takenBack') return holds()
      await step('secretary1', caseId, 'decline')
      waiting.add(caseId)
      await holds()
      if (fate === 'declined') return
      await step('gatekeeper', caseId, fate === 'upheld' ? 'uphold' : 'overrule', { reason: '按清单裁定' })
      waiting.delete(caseId)
      await holds()
    }
    const reported = async (fate: (typeof MATTERS)[number]) => {
      const { caseId } = await town().report({ words: '路灯不亮' })
      ids.push(caseId)
      if (fate !== 'registered')
        // From level 4 on it is the command centre's own.
        await step('dispatcher', caseId, 'triage', { itemCode: 'lamp', level: 4 })
      if (fate === 'sentToTheGate') {
        const sent = await (await town().as('dispatcher')).move(caseId, {
          ...{ move: 'dispatch', expectedVersion: await town().versionOf(caseId) },
          units: [{ unitId: unitId('gate'), role: 'lead' }],
        })
        expect(sent.body.code).toBe('case.unit-unknown')
      }
      await holds()
    }
    for (const plan of [...FATES, ...MATTERS, ...fc.sample(plans, { numRuns: 4, seed: SEED })])
      await (FATES.some((fate) => fate === plan)
        ? assigned(plan as (typeof FATES)[number])
        : reported(plan as (typeof MATTERS)[number]))
    expect(waiting.size).toBeGreaterThan(everything.length)
  })

  test('that was written down and left is placed later only if the gate still lets it', async () => {
    const { body } = await raise('housing1', COMMUNITIES[0], { admissionId: await admitted() })
    expect(body.state).toBe('drafted')
    await town().later(101 * DAY)
    const late = await (await town().as('housing1')).move(body.caseId, {
      ...{ move: 'place', dueAt: town().now() + DAY },
      expectedVersion: await town().versionOf(body.caseId),
    })
    expect(late.body).toMatchObject({ code: 'case.not-admitted' })
  })
})
