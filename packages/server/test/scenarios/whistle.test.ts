import type { AlertRow, CodesToShow } from '@lianxin/contract'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { openingJob } from '../../src/modules/case/jobs.ts'
import { addDutyList } from '../../src/modules/gate/index.ts'
import { negativeListJob } from '../../src/modules/rating/jobs.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { refusedTwice } from './refused-twice.ts'
import { GRIDS, type PersonName, unitId } from './town.ts'
import { whistleDuty } from './whistle-duty.ts'
import { whistleFigures } from './whistle-figures.ts'
import { unitsOf, whistleHands } from './whistle-hands.ts'

const HOUR = 3_600_000
const RATED = { attitude: 4, style: 5, effect: 3 }
const PUBLIC_MEASURE = { choices: { measure: 'staffing' } }
const RATED_BACK = { needed: 5, clear: 4, together: 4 }

const LISTED = {
  ...{ basis: '街道职责清单', basisEn: 'Duty list', note: '', noteEn: '', itemCodes: [] },
  ...{ class: 'notOurs' as const, name: '消防检查', nameEn: 'Fire inspection' },
}

describeInTown('a whistle', (town) => {
  beforeAll(() =>
    town().inside(async (tx) => {
      await addDutyList(tx, {
        ...{ id: unitId('sub1'), unitKind: 'subdistrict', unitId: null, version: 1, effectiveAt: tx.now },
        entries: [{ ...LISTED, code: 'fire' }],
      })
    }),
  )
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const hands = whistleHands(town)
  const { raise, blow, view, codeFor, assignmentOf, attempt } = hands

  test('is blown in one go, and each department has its own two clocks by the cause', async () => {
    const caseId = await blow('emergency', 'housing', 'heating')
    const kase = await view('grid1', caseId)
    expect([kase.state, kase.initiator?.id, kase.choices[0]?.option.zh]).toEqual([
      'called',
      unitId('com1'),
      '应急处置',
    ])
    const limits = kase.clocks.filter(({ stoppedAt }) => stoppedAt === null)
    expect(limits.map(({ clock, dueAt, startedAt }) => [clock, dueAt - startedAt])).toEqual([
      ['acknowledge', HOUR / 2],
      ['acknowledge', HOUR / 2],
      ['arrive', HOUR / 2],
      ['arrive', HOUR / 2],
    ])
    // Nobody calls the own unit, nor one unit twice, nor without a cause, nor to a grid that is not the own one.
    expect((await raise('grid1', 'emergency', ['com1'])).body.code).toBe('case.own-unit')
    expect((await raise('grid1', 'emergency', ['housing', 'housing'])).body.code).toBe('case.unit-twice')
    expect((await raise('grid1', 'boredom', ['housing'])).status).toBe(422)
    expect((await raise('grid1', 'request', ['housing'], { where: { gridCode: GRIDS[1] } })).body.code).toBe(
      'place.beyond-post',
    )
    expect((await raise('housing1', 'request', ['heating'])).status).toBe(403)
  })

  test('stops the clock of a department when the codes of both sides meet, on whichever telephone', async () => {
    const { step } = town()
    const caseId = await blow('jointEnforcement', 'housing', 'heating')
    await step('housing1', caseId, 'acknowledge')
    // Each side is told all codes that it has to show at once, to keep them where there is no network; nobody else is.
    const kept = async (name: PersonName) =>
      (await (await town().as(name)).get<CodesToShow>('/api/whistles/codes')).body.rows
        .filter((row) => row.caseId === caseId)
        .flatMap(({ codes }) => codes.map(({ arrivalCode }) => arrivalCode))
    expect((await kept('grid1')).toSorted()).toEqual(
      [await codeFor('grid1', caseId, 'housing'), await codeFor('grid1', caseId, 'heating')].toSorted(),
    )
    expect(await kept('housing1')).toEqual([await codeFor('housing1', caseId, 'com1')])
    expect(await kept('dutyOfficer')).toEqual([])
    // However many others are open since: what waits for nobody takes no place in the list.
    const where = { gridCode: GRIDS[0] }
    const caller = await town().as('grid1')
    for (let more = 0; more < 41; more += 1)
      expect(
        (await caller.post('/api/cases/raised', { kind: 'whistle', words: '先写下', where })).status,
      ).toBe(200)
    expect(await kept('grid1')).toHaveLength(2)
    // The unit enters what the grid worker shows; the grid worker enters what the other unit shows.
    const shown = await codeFor('grid1', caseId, 'housing')
    expect(shown).toMatch(/^\d{6}$/)
    expect((await attempt('heating1', caseId, { move: 'arrive', arrivalCode: shown })).status).toBe(422)
    await step('housing1', caseId, 'arrive', { arrivalCode: shown })
    expect((await view('grid1', caseId)).state).toBe('called')
    await step('grid1', caseId, 'arrive', { arrivalCode: await codeFor('heating1', caseId, 'com1') })
    const kase = await view('grid1', caseId)
    expect([kase.state, kase.codes]).toEqual(['onSite', []])
    expect(kase.assignments.map(({ state }) => state)).toEqual(['arrived', 'arrived'])
    expect(kase.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)).toEqual([
      'act',
      'act',
    ])
    expect(await kept('grid1')).toEqual([])
    // Nobody outside the two sides is told any code, and a guess is not tried for ever.
    const other = await blow('emergency', 'housing')
    expect((await view('dutyOfficer', other)).codes).toEqual([])
    for (let guess = 0; guess < 10; guess += 1)
      await attempt('housing1', other, { move: 'arrive', arrivalCode: String(guess).repeat(6) })
    expect((await attempt('housing1', other, { move: 'arrive', arrivalCode: '123456' })).status).toBe(429)
  })

  test('one department late, one refused and overruled: the late one is told above, the refusal is the district’s to decide', async () => {
    const { step, later } = town()
    const caseId = await blow('emergency', 'housing', 'heating')
    expect(
      (await attempt('heating1', caseId, { move: 'refuse', reason: '不归我们', dutyCode: 'made-up' })).body
        .code,
    ).toBe('case.duty-unknown')
    expect((await attempt('heating1', caseId, { move: 'refuse', reason: '不归我们' })).status).toBe(422)
    // The list of the neighbours' community says nothing here; the one that the own community goes by does.
    for (const unit of ['com1', 'com2'] as const)
      await town().inside((tx) =>
        addDutyList(tx, {
          ...{
            id: unitId(unit),
            unitKind: 'community',
            unitId: unitId(unit),
            version: 1,
            effectiveAt: tx.now,
          },
          entries: [{ ...LISTED, code: `only-${unit}` }],
        }),
      )
    const refuse = { move: 'refuse', reason: '不归我们' }
    expect((await attempt('heating1', caseId, { ...refuse, dutyCode: 'only-com2' })).body.code).toBe(
      'case.duty-unknown',
    )
    await step('heating1', await blow('emergency', 'heating'), 'refuse', {
      ...{ reason: '不归我们', dutyCode: 'only-com1' },
    })
    await step('heating1', caseId, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
    const refused = await view('dutyOfficer', caseId)
    expect(refused.flags).toMatchObject([{ flag: 'refusal', owner: { id: unitId('centre') } }])
    expect(refused.timeline[0]).toMatchObject({ move: 'refuse', duty: { code: 'fire' } })
    const assignmentId = await assignmentOf(caseId, 'heating')
    expect((await attempt('heating1', caseId, { move: 'overrule', assignmentId, reason: '来' })).status).toBe(
      403,
    )
    await later(HOUR)
    const { body } = await (await town().as('dutyOfficer')).get<AlertRow[]>('/api/alerts')
    const about = body.filter((one) => one.caseId === caseId).map(({ kind, unitName }) => [kind, unitName])
    expect(about).toContainEqual(['overdue', '住建局'])
    await step('dutyOfficer', caseId, 'overrule', { assignmentId, reason: '清单写明由你们来' })
    expect((await view('heating1', caseId)).moves.map(({ move }) => move)).not.toContain('refuse')
    await step('grid1', caseId, 'noteAbsence', {
      ...{ assignmentId: await assignmentOf(caseId, 'housing'), reason: '半小时没有人来' },
    })
    await step('heating1', caseId, 'arrive', { arrivalCode: await codeFor('grid1', caseId, 'heating') })
    await step('heating1', caseId, 'record', { words: '和网格员一起挪走了两辆车' })
    await step('heating1', caseId, 'finish', { words: '通道畅通' })
    await step('grid1', caseId, 'confirm', { words: '看过了' })
    await step('heating1', caseId, 'rateCall', { scores: RATED_BACK })
    expect((await view('grid1', caseId)).ratings).toEqual([])
    expect(
      (await view('grid1', caseId)).moves.find(({ move }) => move === 'rateUnit')?.assignmentIds,
    ).toEqual([assignmentId])
    await step('grid1', caseId, 'rateUnit', { assignmentId, scores: RATED })
    const closed = await view('heating1', caseId)
    expect([closed.state, closed.counts]).toMatchObject(['closed', { refused: 1, absent: 1 }])
    expect(closed.ratings.map(({ by, about: to }) => [by.id, to.id])).toEqual([
      [unitId('heating'), unitId('com1')],
      [unitId('com1'), unitId('heating')],
    ])
  })

  test('the district asks one called unit back, and lets one that has an interest of its own stay away', async () => {
    const { step } = town()
    const caseId = await blow('keyWork', 'housing', 'heating')
    const heating = await assignmentOf(caseId, 'heating')
    await step('dutyOfficer', caseId, 'supervise', { assignmentId: heating, reason: '半天没有应答' })
    const asked = await view('dutyOfficer', caseId)
    expect(asked.flags).toMatchObject([{ flag: 'supervised', owner: { id: unitId('heating') } }])
    expect((await attempt('housing1', caseId, { move: 'answerSupervision', words: '我来' })).status).toBe(409)
    await step('heating1', caseId, 'answerSupervision', { words: '下午到' })
    await step('heating1', caseId, 'recuseUnit', { reason: '堵通道的是我们自己的车' })
    const about = { assignmentId: heating, reason: '情况属实' }
    expect((await attempt('heating1', caseId, { move: 'grantRecusal', ...about })).status).toBe(403)
    await step('dutyOfficer', caseId, 'grantRecusal', about)
    const { assignments, clocks } = await view('dutyOfficer', caseId)
    expect(assignments.map(({ state }) => state)).toEqual(['sent', 'returned'])
    expect(clocks.filter((one) => one.stoppedAt === null && one.assignmentId === heating)).toEqual([])
    const more = await attempt('grid1', caseId, { move: 'callMore', units: unitsOf('heating') })
    expect(more.body.code).toBe('case.unit-recused')
  })

  test('a refusal that is upheld lets the department go, and with nobody left the caller chooses again', async () => {
    const { step } = town()
    const caseId = await blow('request', 'housing')
    await step('housing1', caseId, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
    await step('dutyOfficer', caseId, 'uphold', {
      ...{ assignmentId: await assignmentOf(caseId, 'housing'), reason: '清单上不是住建' },
    })
    expect((await view('grid1', caseId)).state).toBe('prepared')
    await step('grid1', caseId, 'blow', { choices: { cause: 'request' }, units: unitsOf('heating') })
    await step('grid1', caseId, 'callOff', { reason: '车主自己挪走了' })
    expect((await view('grid1', caseId)).state).toBe('calledOff')
  })

  test('a refusal that the district overruled is on the negative list; the department sets it right and the caller checks it', async () => {
    const { step } = town()
    const caseId = await blow('keyWork', 'housing')
    await step('housing1', caseId, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
    const assignmentId = await assignmentOf(caseId, 'housing')
    await step('dutyOfficer', caseId, 'overrule', { assignmentId, reason: '清单写明由你们来' })
    await town().caughtUp()
    await negativeListJob.run(town().app.world, TENANT)
    await town().caughtUp()
    await openingJob.run(town().app.world, TENANT)
    const [opened] = await town().rows<{ id: string; unit: string }>(
      `select rectification_id as id, unit_id as unit from negative_entry where tenant = 1 and matter_id = '${caseId}' and cause = 'refusedWhistle'`,
    )
    expect(opened?.unit).toBe(unitId('housing'))
    const id = opened?.id ?? ''
    await step('housingLead', id, 'plan', {
      words: '排好值班表',
      dueAt: town().now() + 24 * HOUR,
      ...PUBLIC_MEASURE,
    })
    await step('housingLead', id, 'report', { words: '值班表已经排好' })
    expect((await attempt('housing1', id, { move: 'accept' })).status).toBe(403)
    expect(await step('secretary1', id, 'refuse', { reason: '还没有人来过' })).toMatchObject({
      state: 'planning',
    })
    await step('housing1', id, 'plan', {
      words: '当天到场',
      dueAt: town().now() + 24 * HOUR,
      ...PUBLIC_MEASURE,
    })
    await step('housing1', id, 'report', { words: '今天到场了' })
    expect(await step('secretary1', id, 'accept')).toMatchObject({ state: 'closed' })
  })

  test('to a department where nobody is on duty is told at once to whoever is above', async () => {
    const caseId = await blow('emergency', 'parks', 'housing')
    const { body } = await (await town().as('dutyOfficer')).get<AlertRow[]>('/api/alerts')
    expect(body.filter((one) => one.caseId === caseId)).toMatchObject([
      { kind: 'unitMissing', unitName: '无人的园林局' },
    ])
  })

  whistleFigures(town, hands)
  whistleDuty(town, hands)
  refusedTwice(town, hands)
})
