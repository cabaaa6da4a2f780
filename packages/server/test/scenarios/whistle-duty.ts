import type { AlertRow, CaseView, PostBoard } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { handoverJob } from '../../src/modules/case/jobs.ts'
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

  test('who loses the only post on duty while a whistle is open is told at once, and the next holder ends it', async () => {
    await hire(3, 'dutyOfficer', 'secretary2')
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
