import type {
  AdviceView,
  AdviceWaiting,
  CasePage,
  RatedCall,
  SettingList,
  WhistleBoard,
} from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { World } from '../../src/kernel/ports.ts'
import { tenantsWaiting } from '../../src/kernel/waiting.ts'
import { adviceJob } from '../../src/modules/whistle/jobs.ts'
import { TENANT, type Town } from './open-town.ts'
import { type PersonName, unitId } from './town.ts'
import type { WhistleHands } from './whistle-hands.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A world that loses its database at the transaction of that number. */
const losing = (world: World, lost: number): World => {
  let begun = 0
  return {
    ...world,
    database: {
      inTransaction: (prologue, work) => {
        begun += 1
        return begun === lost
          ? Promise.reject(new Error('the connection is gone'))
          : world.database.inTransaction(prologue, work)
      },
    },
  }
}

/** What is counted of whistles, what is advised on it, and whose limits a whistle keeps: the last stories of the town of whistles. */
export const whistleFigures = (town: () => Town, hands: WhistleHands): void => {
  const { blow, view, codeFor, assignmentOf } = hands
  const get = async <T>(name: PersonName, path: string) => (await (await town().as(name)).get<T>(path)).body
  const boardOf = (name: PersonName) => get<WhistleBoard>(name, '/api/whistles/board')
  const housing = async (name: PersonName) =>
    (await boardOf(name)).units.find(({ unit }) => unit.id === unitId('housing'))

  test('is open in the list, but not among what the figures count, nor in the list behind their numbers', async () => {
    const caseId = await blow('emergency', 'housing')
    const open = async (more: string) =>
      (await get<CasePage>('dutyOfficer', `/api/cases?open=true&sort=newest${more}`)).rows.map(({ id }) => id)
    expect(await open('')).toContain(caseId)
    expect(await open('&counted=true')).not.toContain(caseId)
  })

  test('is counted by unit as it came, and what was rated once both sides are done', async () => {
    const { step, later } = town()
    // What earlier stories left open is late by now.
    await later(HOUR)
    const before = await housing('dutyOfficer')
    const caseId = await blow('emergency', 'housing')
    await later(HOUR)
    await step('housing1', caseId, 'arrive', { arrivalCode: await codeFor('grid1', caseId, 'housing') })
    await step('housing1', caseId, 'finish', { words: '已经做好' })
    await step('grid1', caseId, 'confirm', { words: '看过了' })
    const assignmentId = await assignmentOf(caseId, 'housing')
    await step('grid1', caseId, 'rateUnit', { assignmentId, scores: { attitude: 4, style: 5, effect: 2 } })
    expect((await housing('dutyOfficer'))?.rated).toBe(before?.rated)
    await step('housing1', caseId, 'rateCall', { scores: { needed: 5, clear: 4, together: 4 } })
    const after = await housing('dutyOfficer')
    const grown = (of: (unit: NonNullable<typeof after>) => number) =>
      (after ? of(after) : 0) - (before ? of(before) : 0)
    expect([
      grown(({ called }) => called),
      grown(({ arrived }) => arrived.denominator),
      grown(({ arrived }) => arrived.numerator),
      grown(({ rated }) => rated),
      grown(({ aspects }) => aspects[0]?.rate.numerator ?? 0),
      grown(({ aspects }) => aspects[2]?.rate.numerator ?? 0),
    ]).toEqual([1, 1, 0, 1, 1, 0])
    expect(after?.arrived.tooFewToSay).toBe(true)
    // A unit reads its own row, a subdistrict what was blown within it, and no worker any.
    expect((await boardOf('housingLead')).units.map(({ unit }) => unit.id)).toEqual([unitId('housing')])
    expect((await boardOf('sub2Dispatcher')).units).toEqual([])
    expect((await (await town().as('grid1')).get('/api/whistles/board')).status).toBe(403)
    const rated = await get<RatedCall[]>('sub1Dispatcher', `/api/whistles/rated?unit=${unitId('housing')}`)
    expect(rated[0]).toMatchObject({
      caseId,
      inTime: false,
      scores: [{ score: 4 }, { score: 5 }, { score: 2 }],
    })
    expect(await get('sub2Dispatcher', `/api/whistles/rated?unit=${unitId('housing')}`)).toEqual([])
  })

  test('gives the subdistrict what it advises on in writing, and the head of the unit answers it once', async () => {
    const [rated] = await get<RatedCall[]>('sub1Dispatcher', `/api/whistles/rated?unit=${unitId('housing')}`)
    const open = await blow('request', 'housing')
    const write = async (
      name: PersonName,
      caseIds: readonly string[],
      unit: 'housing' | 'com1' = 'housing',
    ) =>
      (await town().as(name)).post<{ adviceId: string; code?: string }>('/api/whistles/advice', {
        ...{ unitId: unitId(unit), caseIds, words: '到场慢了半小时，请固定一名值班的人。' },
      })
    const rests = [rated?.caseId ?? '']
    expect((await write('sub1Dispatcher', [...rests, open])).body.code).toBe('whistle.not-rated')
    expect((await write('sub2Dispatcher', rests)).body.code).toBe('whistle.not-rated')
    expect((await write('sub1Dispatcher', rests, 'com1')).body.code).toBe('whistle.not-stationed')
    expect((await write('dutyOfficer', rests)).status).toBe(403)
    const { adviceId } = (await write('sub1Dispatcher', rests)).body
    const read = async (name: PersonName) =>
      (await get<AdviceView[]>(name, '/api/whistles/advice')).find(({ id }) => id === adviceId)
    expect(await read('housingLead')).toMatchObject({
      ...{ by: { id: unitId('sub1') }, about: { id: unitId('housing') }, mayAnswer: true, overdue: false },
      ...{ words: '到场慢了半小时，请固定一名值班的人。', answer: null, calls: [{ caseId: rests[0] }] },
    })
    expect(await read('sub2Dispatcher')).toBeUndefined()
    const waiting = async (name: PersonName) => {
      const { toAnswer, overdue } = await get<AdviceWaiting>(name, '/api/whistles/advice/waiting')
      return [toAnswer, overdue.map(({ id }) => id)]
    }
    expect(await waiting('housingLead')).toEqual([1, []])
    const { clock, app, rows, faults } = town()
    const behind = (await write('sub1Dispatcher', rests)).body.adviceId
    const told = (id: string) =>
      rows(
        `select payload from event where tenant = 1 and stream_id = '${id}' and type = 'whistle.adviceOverdue'`,
      )
    clock.advance(20 * DAY)
    // The database is lost for a moment at the first letter: that one waits, and the one behind it does not.
    const asked = () => tenantsWaiting(app.world, 'advice_waiting')
    expect(await asked()).toEqual([TENANT])
    await adviceJob.run(losing(app.world, 2), TENANT)
    expect(await asked()).toEqual([])
    expect([(await told(adviceId)).length, (await told(behind)).length]).toEqual([0, 1])
    expect(faults.splice(0).join()).toContain('could not be told of')
    expect(await read('dutyOfficer')).toMatchObject({ overdue: true, mayAnswer: false })
    await town().later(HOUR)
    // The unit, whoever wrote it and the district are told, once, and nobody else.
    const tell = () => adviceJob.run(app.world, TENANT)
    await tell()
    expect(await tell()).toBe(0)
    expect(await told(adviceId)).toMatchObject([{ payload: { unitIds: [unitId('housing')] } }])
    expect(await waiting('housingLead')).toEqual([2, [adviceId, behind]])
    for (const name of ['sub1Dispatcher', 'dutyOfficer'] as const)
      expect(await waiting(name)).toEqual([0, [adviceId, behind]])
    expect(await waiting('sub2Dispatcher')).toEqual([0, []])
    const answer = async (name: PersonName) =>
      (await town().as(name)).post<{ code?: string }>(`/api/whistles/advice/${adviceId}/answer`, {
        words: '已经排了值班表。',
      })
    expect((await answer('housing1')).status).toBe(403)
    expect((await answer('housingLead')).status).toBe(200)
    expect((await answer('housingLead')).body.code).toBe('whistle.answered')
    expect(await waiting('housingLead')).toEqual([1, [behind]])
    expect(await read('sub1Dispatcher')).toMatchObject({ answer: '已经排了值班表。', mayAnswer: false })
  })

  test('keeps the limits that it was blown under, and the next one has those that the district decided', async () => {
    const limits = async (caseId: string) =>
      (await view('dutyOfficer', caseId)).clocks
        .filter(({ stoppedAt }) => stoppedAt === null)
        .map(({ clock, dueAt, startedAt }) => [clock, (dueAt - startedAt) / HOUR])
    const running = await blow('emergency', 'housing')
    const { rows } = await get<SettingList>('ruleKeeper', '/api/settings')
    const present = rows.find(({ name }) => name === 'whistleLimits')
    const value = present?.present.value as Record<string, object>
    const urgent = (amount: number) => ({ amount, kind: 'urgentHour' })
    const decided = { acknowledge: urgent(1), arrive: urgent(2), arbitrate: urgent(3) }
    const { status, body } = await (await town().as('ruleKeeper')).post<{ effectiveFrom: number }>(
      '/api/settings/whistleLimits',
      {
        ...{ seenVersion: present?.latestVersion, effectiveFrom: null },
        value: { ...value, emergency: { ...value['emergency'], ...decided } },
      },
    )
    expect(status).toBe(200)
    await town().later(body.effectiveFrom - town().now())
    const next = await blow('emergency', 'housing')
    expect(await limits(running)).toEqual([
      ['acknowledge', 0.5],
      ['arrive', 0.5],
    ])
    expect(await limits(next)).toEqual([
      ['acknowledge', 1],
      ['arrive', 2],
    ])
    // Also a department that the running one calls later: one whistle, one rule.
    await town().step('grid1', running, 'callMore', {
      units: [{ unitId: unitId('heating'), role: 'lead' }],
    })
    expect(new Set((await limits(running)).map(([, hours]) => hours))).toEqual(new Set([0.5]))
    for (const [caseId, hours] of [
      [running, 0.5],
      [next, 3],
    ] as const) {
      await town().step('housing1', caseId, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
      expect(await limits(caseId)).toContainEqual(['arbitrate', hours])
    }
  })
}
