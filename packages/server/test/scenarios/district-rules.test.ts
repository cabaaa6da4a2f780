import type { CaseView, Receipt, SettingDecision, SettingList, SettingName } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { settingAt, settingsAt } from '../../src/modules/setting/index.ts'
import { ladderStories } from './ladder-stories.ts'
import { describeInTown } from './open-town.ts'
import { ruleSheetStories } from './rule-sheets.ts'
import { unitId } from './town.ts'

const HOUR = 3_600_000

describeInTown('the rules of a district', (town) => {
  const change = async (
    who: 'ruleKeeper' | 'ruleKeeper2' | 'dutyOfficer' | 'systemAdmin',
    name: SettingName,
    body: object,
  ) => (await town().as(who)).post(`/api/settings/${name}`, { effectiveFrom: null, ...body })
  const list = async () => (await (await town().as('worker1')).get<SettingList>('/api/settings')).body
  const rowOf = async (name: SettingName) => (await list()).rows.find((row) => row.name === name)
  const historyOf = async (name: SettingName) =>
    (await (await town().as('worker1')).get<SettingDecision[]>(`/api/settings/${name}/history`)).body
  const at = (name: 'reopenWindowDays', moment: number) => town().inside((tx) => settingAt(tx, name, moment))

  test('everybody who works there reads them; a visitor does not, and nobody who is measured by them may write them', async () => {
    const { rows, openMatters } = await list()
    expect(rows.every(({ present, planned }) => present.version === 0 && planned === null)).toBe(true)
    expect(openMatters).toBe(0)
    expect((await town().anybody.get('/api/settings')).status).toBe(401)
    for (const who of ['dutyOfficer', 'systemAdmin'] as const) {
      expect((await change(who, 'reopenWindowDays', { seenVersion: 0, value: 20 })).status).toBe(403)
    }
  })

  test('a decision counts from its moment on, and what was open before keeps what it started with', async () => {
    const { clock, report } = town()
    const openedAt = clock.now()
    await report()
    const answer = await change('ruleKeeper', 'reopenWindowDays', {
      ...{ seenVersion: 0, effectiveFrom: openedAt + 24 * HOUR, value: 30, reason: '区政府专题会定的' },
    })
    expect([answer.status, answer.body]).toMatchObject([200, { version: 1 }])
    expect(await rowOf('reopenWindowDays')).toMatchObject({
      ...{ present: { version: 0, value: 15 }, planned: { version: 1, value: 30 }, latestVersion: 1 },
    })
    expect((await list()).openMatters).toBe(1)
    clock.advance(25 * HOUR)
    expect(await rowOf('reopenWindowDays')).toMatchObject({
      ...{ present: { version: 1, value: 30 }, planned: null },
    })
    expect([await at('reopenWindowDays', openedAt), await at('reopenWindowDays', clock.now())]).toEqual([
      15, 30,
    ])
    expect(await historyOf('reopenWindowDays')).toMatchObject([
      { version: 1, value: 30, reason: '区政府专题会定的', decidedBy: { en: 'Post ruleKeeper' } },
      { version: 0, value: 15, decidedAt: null },
    ])
  })

  test('a matter runs by the limits that held when it was opened, also where its step begins later', async () => {
    const { clock, report, step, as } = town()
    const before = await report()
    const limit = { amount: 2, kind: 'urgentHour' }
    await change('ruleKeeper', 'stepLimits', {
      ...{ seenVersion: 0, value: [{ kind: 'request', clock: 'dispatch', limit }] },
    })
    clock.advance(2 * HOUR)
    const after = await report()
    const due = async ({ caseId }: { caseId: string }) => {
      await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
      const { body } = await (await as('dispatcher')).get<CaseView>(`/api/cases/${caseId}`)
      return (body.dueAt ?? 0) - clock.now()
    }
    expect(await due(after)).toBe(2 * HOUR)
    expect(await due(before)).toBeGreaterThan(2 * HOUR)
  })

  test('several are looked up in one question, each with its own value', async () => {
    const { inside, clock } = town()
    const found = await inside((tx) => settingsAt(tx, ['topic', 'reopenWindowDays'], clock.now()))
    expect(found).toEqual({ topic: { falseAlarmPercent: 5 }, reopenWindowDays: 30 })
  })

  test('a later decision takes the place of a planned one, which is kept and said never to have begun', async () => {
    const { clock } = town()
    const planned = { seenVersion: 1, effectiveFrom: clock.now() + 48 * HOUR, value: 45 }
    await change('ruleKeeper', 'reopenWindowDays', planned)
    await change('ruleKeeper', 'reopenWindowDays', { seenVersion: 2, value: 20 })
    clock.advance(72 * HOUR)
    expect(await at('reopenWindowDays', clock.now())).toBe(20)
    expect((await historyOf('reopenWindowDays')).map(({ version, replaced }) => [version, replaced])).toEqual(
      [
        [3, false],
        [2, true],
        [1, false],
        [0, false],
      ],
    )
  })

  test('two people at once: one decides, the other is told that it has changed and loses nothing', async () => {
    const topic = (who: 'ruleKeeper' | 'ruleKeeper2', falseAlarmPercent: number) =>
      change(who, 'topic', { seenVersion: 0, value: { falseAlarmPercent } })
    const replies = await Promise.all([topic('ruleKeeper', 1), topic('ruleKeeper2', 2)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'setting.changed' })
    expect(await historyOf('topic')).toHaveLength(2)
  })

  test('what cannot be is refused field by field, and nothing changes', async () => {
    const past = town().clock.now() - HOUR
    const whole = { minimumGroup: 5, minimumSample: 30, confidencePercent: 95 }
    const refused: readonly (readonly [number, object])[] = [
      [400, { seenVersion: 0, value: null }],
      [400, { seenVersion: 0, value: 'minimumGroup' }],
      [400, { seenVersion: 0, value: { ...whole, minimumGroup: 1 } }],
      [400, { seenVersion: 0, value: { ...whole, minimumGroup: '5' } }],
      [400, { seenVersion: 0, value: { ...whole, minimumGroup: 1e300 } }],
      [400, { seenVersion: 0, value: { ...whole, ranking: true } }],
      [400, { seenVersion: -1, value: whole }],
      [409, { seenVersion: 7, value: { ...whole, minimumGroup: 6 } }],
      [409, { seenVersion: 0, value: whole }],
      [422, { seenVersion: 0, effectiveFrom: past, value: { ...whole, minimumGroup: 6 } }],
    ]
    for (const [status, body] of refused)
      expect([body, (await change('ruleKeeper', 'evaluation', body)).status]).toEqual([body, status])
    const { body } = await change('ruleKeeper', 'evaluation', {
      ...{ seenVersion: 0, value: { ...whole, minimumGroup: 1 } },
    })
    expect(body['fields']).toMatchObject([{ field: 'minimumGroup' }])
    expect((await change('ruleKeeper', 'nothing' as SettingName, { seenVersion: 0, value: 1 })).status).toBe(
      400,
    )
    expect(await rowOf('evaluation')).toMatchObject({ present: { version: 0 }, latestVersion: 0 })
  })

  test('what has held for minutes is not asked for again, and a decision stored by another process counts all the same', async () => {
    const { inside, clock } = town()
    const then = clock.now()
    clock.advance(HOUR)
    const [before] = [await at('reopenWindowDays', clock.now())]
    const unasked = (moment: number) =>
      inside((tx) => settingAt({ ...tx, db: undefined as never }, 'reopenWindowDays', moment))
    expect(await unasked(then)).toBe(before)
    await expect(unasked(clock.now())).rejects.toThrow()
    const begins = new Date(clock.now() + 60_000).toISOString()
    const stored = new Date(clock.now()).toISOString()
    await town().rows(
      `insert into district_setting (tenant, name, version, effective_from, value, decided_at) values (1, 'reopenWindowDays', 4, '${begins}', '7', '${stored}')`,
    )
    clock.advance(HOUR)
    expect([await at('reopenWindowDays', clock.now()), await unasked(then)]).toEqual([7, before])
  })

  test('history cannot be rewritten, not by the application either', async () => {
    const { rows } = town()
    for (const statement of [
      `update district_setting set value = '1' where tenant = 1`,
      `delete from district_setting where tenant = 1`,
    ])
      await expect(rows(statement)).rejects.toThrow()
  })

  test('office hours, steps and the window for reopening act on what is raised from their date on; what was open keeps its own', async () => {
    const { clock, report, step, later, follow } = town()
    const open = await report()
    const begins = { seenVersion: 0, effectiveFrom: clock.now() + HOUR }
    const hours = { opens: '08:00', lunchFrom: '10:00', lunchTo: '10:00', closes: '10:00' }
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    await change('ruleKeeper', 'officeHours', { ...begins, value: { ...hours, weekdays: days } })
    await change('ruleKeeper', 'reopenWindowDays', { ...begins, seenVersion: 4, value: 2 })
    await change('ruleKeeper', 'stepLimits', {
      ...{ ...begins, seenVersion: 1 },
      value: [{ kind: 'request', clock: 'sign', limit: { amount: 5, kind: 'urgentHour' } }],
    })
    await later(2 * HOUR)
    const fresh = await report()
    const opened = clock.now()
    // Four working hours in days of two: two days on, whatever day of the week it is.
    const limits = (name: string, caseId: string) =>
      town().rows<{ from: number; to: number }>(
        `select extract(epoch from started_at)::float8 as from, extract(epoch from due_at)::float8 as to from clock where case_id = '${caseId}' and clock = '${name}' order by started_at`,
      )
    const triage = await limits('triage', fresh.caseId)
    const until = (triage[0]?.to ?? 0) * 1000 - opened
    expect(until).toBeGreaterThan(24 * HOUR)
    expect(until).toBeLessThanOrEqual(3 * 24 * HOUR)
    const signing = async ({ caseId }: { caseId: string }) => {
      await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
      await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
      const [row] = await limits('sign', caseId)
      await step('housing1', caseId, 'sign')
      await step('housing1', caseId, 'feedback', { words: '修好了' })
      await step('verifier', caseId, 'pass')
      return (row?.to ?? 0) - (row?.from ?? 0)
    }
    expect(await signing(fresh)).toBe(5 * 3_600)
    expect(await signing(open)).not.toBe(5 * 3_600)
    const move = async (receipt: Receipt, body: object) =>
      (await follow(receipt)).post('/api/follow/case/moves', {
        ...{ expectedVersion: await town().versionOf(receipt.caseId), ...body },
      })
    for (const one of [fresh, open])
      expect((await move(one, { move: 'judge', solved: true, satisfaction: 5 })).status).toBe(200)
    await later(3 * 24 * HOUR)
    const again = { move: 'reopen', words: '又坏了' }
    expect((await move(fresh, again)).body).toMatchObject({ code: 'case.reopen-window-over' })
    expect((await move(open, again)).status).toBe(200)
  })

  ruleSheetStories(town)

  ladderStories(town, (name, value) => change('ruleKeeper', name, { seenVersion: 0, value }))
})
