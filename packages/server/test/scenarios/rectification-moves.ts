import { DAY_MS, type FollowView, type MoveDone, type Receipt } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

/** While housing sets something right: whoever complained urges it on, the district asks back, and the measure waits for a date. */
export async function urgedAndHeld(town: Town, id: string, receipt: Receipt): Promise<void> {
  const { step, follow, now } = town
  const who = await follow(receipt)
  const remedy = async () => (await who.get<FollowView>('/api/follow/case')).body.remedies[0]
  const urge = async (version = 0) =>
    who.send<MoveDone>('POST', `/api/follow/remedies/${id}/moves`, { move: 'urge', expectedVersion: version })
  const seen = await remedy()
  expect(seen?.moves.map(({ move }) => move)).toEqual(['urge'])
  expect((await urge(seen?.version)).status).toBe(200)
  const urged = await remedy()
  expect((await urge(urged?.version)).body).toMatchObject({ code: 'case.too-soon' })
  await step('dutyOfficer', id, 'supervise', { reason: '居民在催' })
  await step('housing1', id, 'answerSupervision', { words: '配件后天到' })
  const dueAt = urged?.dueAt ?? 0
  await step('housing1', id, 'askSuspension', { dueAt: now() + 30 * DAY_MS, reason: '化冻后才能开挖' })
  const held = { words: '化冻后再挖', choices: { delay: 'weather' } }
  expect(await step('dutyOfficer', id, 'grantSuspension', held)).toMatchObject({ state: 'suspended' })
  const waiting = await remedy()
  expect(waiting).toMatchObject({ tone: 'waiting', moves: [] })
  expect(waiting?.timeline[0]?.sentence.zh).toContain('等天气')
  expect(waiting?.owner?.id).toBe(unitId('housing'))
  expect(waiting?.waits).toMatchObject({ why: { zh: '等天气、季节' }, words: '化冻后再挖' })
  expect(waiting?.dueAt).toBeGreaterThan(dueAt)
  await step('housing1', id, 'goOn')
  expect(Math.abs(((await remedy())?.dueAt ?? 0) - dueAt)).toBeLessThan(DAY_MS)
}

/** The committee has an interest of its own in what it is asked to check: whoever is above does, and nobody of it any more. */
export async function checkedAbove(town: Town, id: string): Promise<void> {
  const { step, as, versionOf } = town
  expect(await step('worker1', id, 'recuseCheck', { reason: '施工的是我们自己的队伍' })).toMatchObject({
    state: 'communityChecking',
  })
  const pass = async () =>
    (await as('secretary1')).move(id, { move: 'pass', expectedVersion: await versionOf(id) })
  expect((await pass()).body).toMatchObject({ code: 'case.unit-withdrew' })
  expect(await town.rows(`select owner_unit_id from grid_case where id = '${id}'`)).toEqual([
    { owner_unit_id: unitId('centre') },
  ])
  expect(await step('dutyOfficer', id, 'pass')).toMatchObject({ state: 'closed' })
}
