import type { FollowView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { atHousing, seenBy } from './at-housing.ts'
import { messagesAbout } from './joined-matters.ts'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

const DAY = 24 * 3_600_000

/** A matter that the housing department has, on hold for thirty days. */
async function heldMatter(town: Town) {
  const { step, now } = town
  const { caseId, receipt } = await atHousing(town, true, { contact: { phone: '13900000071' } })
  const before = (await seenBy(town, 'housing1', caseId)).dueAt ?? 0
  const until = now() + 30 * DAY
  await step('housing1', caseId, 'askSuspension', { dueAt: until, reason: '等春天化冻' })
  await step('dispatcher', caseId, 'grantSuspension', {
    ...{ words: '化冻后再修。', choices: { delay: 'weather' } },
  })
  return { caseId, receipt, before, until }
}

/** What waits for something: until its date, and what its requester is told and can do meanwhile. */
export function onHold(town: () => Town): void {
  test('a matter on hold stands still, wakes by itself at its date, and goes on with what was left', async () => {
    const { later, rows } = town()
    const { caseId, before, until } = await heldMatter(town())
    const held = await seenBy(town(), 'housing1', caseId)
    expect(held).toMatchObject({ state: 'suspended', tone: 'waiting', dueAt: until })
    await later(29 * DAY)
    expect((await seenBy(town(), 'housing1', caseId)).state).toBe('suspended')
    await later(2 * DAY)
    const awake = await seenBy(town(), 'housing1', caseId)
    expect(awake.state).toBe('handling')
    // Whoever is told that a clock ran out can open the matter.
    const fired = `type = 'clock.fired' and payload ->> 'clock' = 'suspended'`
    expect(
      await rows(
        `select payload ->> 'itemCode' as item from event where ${fired} and payload ->> 'caseId' = '${caseId}'`,
      ),
    ).toEqual([{ item: 'lamp' }])
    // As many days as it was on hold, give or take a weekend: what was left is left again.
    expect(Math.abs(((awake.dueAt ?? 0) - before) / DAY - 30)).toBeLessThan(3)
  })

  test('whoever raised what is on hold reads why, until when and who goes on with it, can add to it and can withdraw it', async () => {
    const { follow, caughtUp } = town()
    const { caseId, receipt, until } = await heldMatter(town())
    const resident = await follow(receipt)
    await caughtUp()
    // It waits for a date, and not for them.
    const texts = await messagesAbout(town(), receipt.number)
    expect(texts.filter((text) => text.includes('等天气'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('答复'))).toEqual([])
    const page = async () => (await resident.get<FollowView>('/api/follow/case')).body
    const held = await page()
    expect(held).toMatchObject({
      dueAt: until,
      owner: { id: unitId('housing') },
      waits: { why: { zh: '等天气、季节' }, words: '化冻后再修。', by: { id: unitId('centre') } },
    })
    expect(held.moves.map(({ move }) => move).toSorted()).toEqual(['add', 'urge', 'withdraw'])
    const added = { move: 'add', words: '又塌了一块。', expectedVersion: held.version }
    expect((await resident.followedMove(added)).status).toBe(200)
    // Its reason stays the reason, whatever is added.
    const { version, state, waits } = await page()
    expect([state, waits]).toEqual(['suspended', held.waits])
    expect((await resident.followedMove({ move: 'withdraw', expectedVersion: version })).status).toBe(200)
    const over = await seenBy(town(), 'housing1', caseId)
    expect(over).toMatchObject({ state: 'withdrawn', dueAt: null })
    expect(over.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([])
    expect((await page()).waits).toBeNull()
  })

  test('whoever was joined with what is on hold reads why and until when, and may do nothing about it', async () => {
    const { follow, report, step } = town()
    const { caseId, until } = await heldMatter(town())
    const mine = await report()
    await step('secretary1', mine.caseId, 'merge', { otherId: caseId })
    const { body } = await (await follow(mine)).get<FollowView>('/api/follow/case')
    expect(body.waits).toBeNull()
    expect(body.joined).toMatchObject({
      ...{ dueAt: until, owner: { id: unitId('housing') } },
      waits: { why: { zh: '等天气、季节' }, words: '化冻后再修。', by: { id: unitId('centre') } },
    })
  })
}
