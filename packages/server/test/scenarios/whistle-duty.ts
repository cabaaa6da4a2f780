import type { AlertRow, CaseView, PostBoard } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addHolidayYear } from '../../src/modules/case/index.ts'
import { calendarJob, clockJob, handoverJob } from '../../src/modules/case/jobs.ts'
import { addHoldings, addPosts } from '../../src/modules/org/index.ts'
import { TENANT, type Town } from './open-town.ts'
import { accountId, DISTRICT, type PersonName, unitId } from './town.ts'
import type { WhistleHands } from './whistle-hands.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const MONDAY = Date.parse('2026-09-07T00:00+08:00')

/** Who of a called department may answer, by day and by night. */
export function whistleDuty(town: () => Town, { blow }: WhistleHands): void {
  const postId = (serial: number) => `00000002-0000-7000-8000-0000000009${String(serial).padStart(2, '0')}`
  const hire = (
    serial: number,
    role: 'verifier' | 'handler' | 'departmentLead' | 'dutyOfficer',
    who: PersonName,
  ) =>
    town().inside(async (tx) => {
      const post = { id: postId(serial), unitId: unitId('parks'), role, placeCode: DISTRICT }
      await addPosts(tx, [{ ...post, title: `岗位${role}`, titleEn: `Post ${role}` }])
      await addHoldings(tx, [
        { id: postId(serial + 50), postId: post.id, accountId: accountId(who), holderName: `某${who}` },
      ])
    })
  /** The next Monday at this hour. */
  const comesMonday = async (hour: number) => {
    const { later, now } = town()
    await later(WEEK - ((now() - MONDAY - hour * HOUR) % WEEK))
  }
  const missing = async (caseId: string) => {
    const { body } = await (await town().as('dutyOfficer')).get<AlertRow[]>('/api/alerts')
    return body.flatMap((one) => (one.caseId === caseId && one.kind === 'unitMissing' ? [one.unitName] : []))
  }

  test('a post that may not answer is nobody on duty, and neither is one whose office is closed while the clock runs', async () => {
    await hire(1, 'verifier', 'auditor')
    await comesMonday(10)
    expect(await missing(await blow('emergency', 'parks'))).toEqual(['无人的园林局'])
    await hire(2, 'departmentLead', 'worker2')
    expect(await missing(await blow('emergency', 'parks'))).toEqual([])
    await comesMonday(22)
    expect(await missing(await blow('emergency', 'parks', 'heating'))).toEqual(['无人的园林局'])
    // What is counted in working hours waits for the morning.
    expect(await missing(await blow('request', 'parks'))).toEqual([])
  })

  /** What is stored of when it is looked again, and how often it was told that somebody is missing or back. */
  const looksAt = async (caseId: string) =>
    (
      await town().rows<{ at: number }>(
        `select distinct duty_at as at from clock where case_id = '${caseId}' and stopped_at is null and duty_at is not null`,
      )
    ).map(({ at }) => at)
  const toldOf = async (caseId: string) =>
    (
      await town().rows<{ type: string }>(
        `select type from event where stream = 'duty' and payload->>'caseId' = '${caseId}' order by seq`,
      )
    ).map(({ type }) => type)

  test('who can answer only while the offices are open is missing from the minute they close until they open', async () => {
    const { app, driver, inside, later, now, clock } = town()
    await comesMonday(16.9)
    const caseId = await blow('emergency', 'parks')
    const midnight = MONDAY + Math.floor((now() - MONDAY) / WEEK) * WEEK
    const at = (days: number, hour: number) => midnight + (days * 24 + hour) * HOUR
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([[], [at(0, 17)]])
    // Whoever never closes, and what waits for the morning anyhow, is not looked at again.
    for (const other of [await blow('emergency', 'heating'), await blow('request', 'parks')])
      expect(await looksAt(other)).toEqual([])
    await later(at(0, 17) - 1 - now())
    expect(await missing(caseId)).toEqual([])
    clock.advance(1)
    // A server dies while it holds the matter; on the embedded database everybody takes turns.
    if (driver === 'postgres')
      await inside(async (tx) => {
        await sql`select id from grid_case where tenant = ${TENANT} and id = ${caseId} for update`.execute(
          tx.db,
        )
        await clockJob.run(app.world, TENANT)
        expect(await missing(caseId)).toEqual([])
        throw new Error('killed')
      }).catch(() => undefined)
    // Two servers look at the same moment, each several times.
    await Promise.all(Array.from({ length: 4 }, () => clockJob.run(app.world, TENANT)))
    await later(0)
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([['无人的园林局'], [at(1, 8.5)]])
    expect(await toldOf(caseId)).toEqual(['unit.missing'])
    // Tuesday becomes a holiday, as a notice that comes late may say.
    const notice = (version: number, ...more: string[]) =>
      inside((tx) =>
        addHolidayYear(tx, {
          ...{ year: new Date(at(1, 12)).getUTCFullYear(), version, source: 'scenario', makeUpWorkdays: [] },
          holidays: more,
        }),
      )
    const job = calendarJob([])
    await notice(3, new Date(at(1, 12)).toISOString().slice(0, 10))
    await job.run(app.world, TENANT)
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([['无人的园林局'], [at(2, 8.5)]])
    await notice(4, `${new Date(at(1, 12)).getUTCFullYear()}-10-01`)
    await job.run(app.world, TENANT)
    expect(await looksAt(caseId)).toEqual([at(1, 8.5)])
    await later(at(1, 8.5) - now())
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([[], [at(1, 12)]])
    expect(await toldOf(caseId)).toEqual(['unit.missing', 'unit.back'])
    // The house was away over noon and the night: what is so now is looked at once.
    await later(at(2, 3) - now())
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([['无人的园林局'], [at(2, 8.5)]])
    await town().step('grid1', caseId, 'callOff', { reason: '车主自己挪走了' })
    expect([await missing(caseId), await looksAt(caseId)]).toEqual([[], []])
    await later(at(2, 9) - now())
    expect((await toldOf(caseId)).slice(2)).toEqual(['unit.missing'])
  })

  test('who loses the only post on duty while a whistle is open is told at once, and the next holder ends it', async () => {
    await hire(3, 'dutyOfficer', 'secretary2')
    await comesMonday(22)
    const caseId = await blow('emergency', 'parks')
    expect(await missing(caseId)).toEqual([])
    const lead = (await town().as('worker2')).inPost(postId(2))
    const appoint = async (who: PersonName | null) => {
      town().clock.advance(1000)
      const { body } = await lead.get<PostBoard>('/api/posts')
      const expectedVersion = body.posts.find(({ id }) => id === postId(3))?.version
      const answer = await lead.post(`/api/posts/${postId(3)}/holder`, {
        ...{ expectedVersion, accountId: who && accountId(who) },
      })
      expect(answer.status).toBe(200)
      await town().caughtUp()
      await handoverJob.run(town().app.world, TENANT)
    }
    await appoint(null)
    expect(await missing(caseId)).toEqual(['无人的园林局'])
    const { body } = await (await town().as('dutyOfficer')).get<CaseView>(`/api/cases/${caseId}`)
    expect(body.timeline.map(({ move }) => move)).not.toContain('leaveVacant')
    await appoint('auditor')
    expect(await missing(caseId)).toEqual([])
  })
}
