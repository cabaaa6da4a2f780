import { DAY_MS, monthSpan, type Recurrences } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { runCommand } from '../../src/kernel/run-command.ts'
import { ownCall } from '../../src/kernel/run-due.ts'
import { at } from '../../src/kernel/sql-values.ts'
import { findTopic } from '../../src/modules/rating/commands/propose-topic.ts'
import { evidenceOf } from '../../src/modules/rating/queries/topic-evidence.ts'
import { TENANT, type Town } from './open-town.ts'
import { COMMUNITIES, GRIDS } from './town.ts'

/** Told in the town that is evaluated. */
export function recurringPlaces(town: () => Town): void {
  test('an item that comes up beyond its usual share is proposed for the grid that explains it, to those who see the place, and a season is not', async () => {
    const month = '2031-11'
    const [end] = monthSpan(month)
    const planted = Array.from({ length: 13 }, (_, back) => back).flatMap((back) =>
      [...GRIDS, COMMUNITIES[1], COMMUNITIES[2]].flatMap((place, index) => {
        // Everywhere more in the last month, and in the first grid of the first community far more.
        const usual = back === 0 ? 12 : 4
        return Array.from({ length: back === 0 && index === 0 ? 45 : usual }, (_one, serial) => ({
          ...{ case_id: crypto.randomUUID(), round: 0, seq: 1, kind: 'request', item_code: 'stairs' },
          ...{ place_code: place, rung: 'community', excluded: false, tenant: 1 },
          started_at: end - back * 30.4 * DAY_MS + serial * 60_000 + (back === 0 ? DAY_MS : 0),
        }))
      }),
    )
    await town().inside(async (tx) => {
      for (const { started_at, ...row } of planted)
        await tx.db
          .insertInto('rating_round')
          .values({ ...row, started_at: at(started_at) })
          .execute()
    })
    const asked = async (name: 'dutyOfficer' | 'sub1Dispatcher') =>
      (await (await town().as(name)).get<Recurrences>(`/api/evaluation/recurrences?month=${month}`)).body
    const all = await asked('dutyOfficer')
    expect(all.falseAlarmPercent).toBe(5)
    expect(
      all.proposals.map(({ placeCode, placeName, itemCode, now }) => [placeCode, placeName, itemCode, now]),
    ).toEqual([[GRIDS[0], '东社区 网格001', 'stairs', 45]])
    // Three communities and two grids: one family.
    expect(all.tested).toBe(5)
    expect((await asked('sub1Dispatcher')).proposals.length).toBe(1)
    expect((await town().anybody.get('/api/evaluation/recurrences')).status).toBe(401)
    const evidence = await town().inside((tx) => evidenceOf(tx, month))
    const [found] = evidence.filter((one) => one.found)
    if (!found) throw new Error('it was found')
    // While the grid has its topic, neither it nor the community around it is proposed again.
    const call = ownCall(TENANT, systemActor('rating.topics'))
    const proposed = async (placeCode: string) =>
      (await runCommand(
        town().app.world,
        findTopic({ ...found, placeCode, month: '2031-10' }),
        call,
      )) as object
    expect(await runCommand(town().app.world, findTopic(found), call)).toMatchObject({ proposed: true })
    for (const placeCode of [GRIDS[0], COMMUNITIES[0]])
      expect(await proposed(placeCode)).toMatchObject({ proposed: false })
    expect(await proposed(GRIDS[1])).toMatchObject({ proposed: true })
  })
}
