import type { CaseView, FollowView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'
import type { PersonName } from './town.ts'

/** What was sent about a matter under its own number, newest first. */
export async function messagesAbout({ as }: Town, number: string): Promise<readonly string[]> {
  const desk = await as('secretary1')
  const { body } = await desk.get<{ rows: { text: string }[] }>('/api/demo/messages')
  return body.rows.map(({ text }) => text).filter((text) => text.includes(number))
}

/** Two reports of one matter. Told in the town in which the rest of coordination is told. */
export function joinedMatters(town: () => Town): void {
  const seenBy = async ({ as }: Town, name: PersonName, caseId: string) =>
    (await (await as(name)).get<CaseView>(`/api/cases/${caseId}`)).body

  test('two reports of one matter become one; a closed one, or itself, is nothing to join with', async () => {
    const { report, step, as, versionOf } = town()
    const [one, two] = [await report(), await report()]
    const desk = await as('secretary1')
    const join = async (caseId: string, otherId: string) =>
      desk.move(caseId, { move: 'merge', otherId, expectedVersion: await versionOf(caseId) })
    expect((await join(one.caseId, one.caseId)).body).toMatchObject({ code: 'case.other-unfit' })
    await step('secretary1', one.caseId, 'merge', { otherId: two.caseId })
    expect((await join(two.caseId, one.caseId)).body).toMatchObject({ code: 'case.other-unfit' })
    const joined = await seenBy(town(), 'secretary1', one.caseId)
    expect(joined).toMatchObject({ state: 'merged', links: [{ link: 'mergedInto', id: two.caseId }] })
    expect((await seenBy(town(), 'secretary1', two.caseId)).links).toMatchObject([
      { link: 'mergedInto', back: true, id: one.caseId },
    ])
  })

  test('whoever followed a joined matter sees how the other one goes on and is told, without the other’s words', async () => {
    const { report, step, follow, caughtUp } = town()
    const contact = { phone: '13900000007' }
    const [mine, other] = [await report({ contact }), await report({ words: '我家在三楼，灯不亮' })]
    await step('secretary1', mine.caseId, 'merge', { otherId: other.caseId })
    await step('secretary1', other.caseId, 'takeUp', { itemCode: 'stairs' })
    await step('secretary1', other.caseId, 'tell', { words: '明天上午换灯泡' })
    const { body, text } = await (await follow(mine)).get<FollowView>('/api/follow/case')
    expect(body.joined).toMatchObject({ tone: 'open', timeline: [{ words: '明天上午换灯泡' }, {}] })
    expect(text).not.toContain('三楼')
    await caughtUp()
    // Registered, joined, taken up, progress: each once, under the own number.
    expect(await messagesAbout(town(), mine.number)).toHaveLength(4)
  })

  test('whoever followed a joined matter that is sent elsewhere is told where to', async () => {
    const { report, step, follow, caughtUp } = town()
    const [mine, other] = [await report({ contact: { phone: '13900000006' } }), await report()]
    await step('secretary1', mine.caseId, 'merge', { otherId: other.caseId })
    await step('secretary1', other.caseId, 'transfer', {
      ...{ words: '请带合同到区仲裁院。', choices: { route: 'arbitration' } },
    })
    const { body } = await (await follow(mine)).get<FollowView>('/api/follow/case')
    expect(body.joined).toMatchObject({ tone: 'closed', timeline: [{ words: '请带合同到区仲裁院。' }] })
    expect(body.joined?.timeline[0]?.sentence.zh).toContain('转到哪里：仲裁。')
    await caughtUp()
    expect(await messagesAbout(town(), mine.number)).toContainEqual(
      expect.stringContaining('转到哪里：仲裁。'),
    )
  })

  test('whoever followed a joined matter that its own requester withdrew is told that theirs stands, and takes it up again', async () => {
    const { report, step, follow, caughtUp } = town()
    const [mine, other] = [await report({ contact: { phone: '13900000008' } }), await report()]
    await step('secretary1', mine.caseId, 'merge', { otherId: other.caseId })
    const owner = await follow(other)
    const { version } = (await owner.get<FollowView>('/api/follow/case')).body
    expect((await owner.followedMove({ move: 'withdraw', expectedVersion: version })).status).toBe(200)
    await caughtUp()
    expect(await messagesAbout(town(), mine.number)).toContainEqual(
      expect.stringContaining('您的没有撤回；还需要办的话，请在查询页选“重新办理”'),
    )
    const resident = await follow(mine)
    const { body } = await resident.get<FollowView>('/api/follow/case')
    expect(body.moves.map(({ name }) => name.zh)).toContain('重新办理')
    const again = { move: 'reopen', words: '还漏着。', expectedVersion: body.version }
    expect((await resident.followedMove(again)).status).toBe(200)
    expect((await resident.get<FollowView>('/api/follow/case')).body.closedAt).toBeNull()
  })
}
