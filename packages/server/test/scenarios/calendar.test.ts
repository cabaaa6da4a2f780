import type { CaseView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { addHolidayYear } from '../../src/modules/case/index.ts'
import { calendarJob } from '../../src/modules/case/jobs.ts'
import { describeInTown, TENANT } from './open-town.ts'

describeInTown('the calendar of the State Council', (town) => {
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
