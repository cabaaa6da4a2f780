import type { CalendarYear, CaseView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { addHolidayYear } from '../../src/modules/case/index.ts'
import { calendarJob } from '../../src/modules/case/jobs.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { unitId } from './town.ts'

describeInTown('the calendar of the State Council', (town) => {
  test('a day off that the district decides moves the deadlines of open matters, but not one that a person has set', async () => {
    const { anybody, app, as, clock, rows, report, step, versionOf } = town()
    const job = calendarJob([])
    const { caseId } = (await anybody.report({ words: '楼道灯不亮', itemCode: 'stairs' })).body
    await step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    const byHand = await report({ itemCode: 'lamp' })
    await step('worker1', byHand.caseId, 'triage', { itemCode: 'lamp' })
    const chosen = clock.now() + 9 * 24 * 3_600_000
    await step('dispatcher', byHand.caseId, 'dispatch', {
      ...{ dueAt: chosen, reason: '已和反映人商定' },
      units: [{ unitId: unitId('housing'), role: 'lead' }],
    })
    await job.run(app.world, TENANT)
    const due = async (id: string) =>
      (
        await rows<{ due_at: number }>(
          `select due_at from clock where case_id = '${id}' and clock = 'handle' and stopped_at is null`,
        )
      )[0]?.due_at
    const before = [await due(caseId), await due(byHand.caseId)]
    const versions = [await versionOf(caseId), await versionOf(byHand.caseId)]
    const value = [{ year: 2026, holidays: ['2026-09-08', '2026-10-01'], makeUpWorkdays: [] }]
    const decided = await (await as('ruleKeeper')).post('/api/settings/holidays', {
      ...{ seenVersion: 0, effectiveFrom: null, value, reason: '暴雪停工一天' },
    })
    expect(decided.status).toBe(200)
    clock.advance(2 * 60_000)
    await job.run(app.world, TENANT)
    await job.run(app.world, TENANT)
    const after = [await due(caseId), await due(byHand.caseId)]
    expect(after[0]).toBeGreaterThan(before[0] ?? 0)
    expect(after[1]).toBe(before[1])
    expect(await versionOf(caseId)).toBe((versions[0] ?? 0) + 1)
    const { body } = await (await as('grid1')).get<CalendarYear[]>('/api/calendar')
    expect(body.map(({ year, by }) => [year, by])).toEqual([
      ...[
        [2025, 'state'],
        [2026, 'district'],
        [2027, 'state'],
        [2028, 'unpublished'],
      ],
    ])
  })

  test('a deadline beyond the published calendar is provisional, and is computed again when the year is published', async () => {
    const { anybody, clock, app, inside, versionOf, rows } = town()
    const day = (text: string) => Date.parse(`${text}T09:00+08:00`)
    clock.advance(day('2027-12-31') - clock.now())
    const { caseId } = (await anybody.report({ words: '楼道灯不亮', itemCode: 'stairs' })).body
    const due = async () =>
      (await rows(`select due_at::text, provisional from grid_case where id = '${caseId}'`))[0]
    await town().step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    const before = await due()
    expect(before).toMatchObject({ provisional: true })
    const job = calendarJob([])
    await job.run(app.world, TENANT)
    expect(await due()).toEqual(before)
    const year = { year: 2028, version: 1, holidays: ['2028-01-03', '2028-01-04'], makeUpWorkdays: [] }
    await inside((tx) => addHolidayYear(tx, { ...year, source: 'scenario' }))
    const version = await versionOf(caseId)
    await job.run(app.world, TENANT)
    const after = await due()
    await job.run(app.world, TENANT)
    const again = await due()
    expect(after).toMatchObject({ provisional: false })
    expect(after).not.toEqual(before)
    expect([again, await versionOf(caseId)]).toEqual([after, version + 1])
    const { body } = await (await town().as('worker1')).get<CaseView>(`/api/cases/${caseId}`)
    expect(body.timeline[0]).toMatchObject({ sentence: { zh: expect.stringContaining('放假安排') } })
  })
})
