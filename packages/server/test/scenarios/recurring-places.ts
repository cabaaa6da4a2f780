import { DAY_MS, monthSpan, type Recurrences, type RecurrenceView, type TopicView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { runCommand } from '../../src/kernel/run-command.ts'
import { ownCall } from '../../src/kernel/run-due.ts'
import { at } from '../../src/kernel/sql-values.ts'
import { openingJob } from '../../src/modules/case/jobs.ts'
import { findTopic } from '../../src/modules/rating/commands/propose-topic.ts'
import { recurrences } from '../../src/modules/rating/queries/recurrences.ts'
import { evidenceOf, type TopicEvidence } from '../../src/modules/rating/queries/topic-evidence.ts'
import { addHouses, nameBuildings } from './named-buildings.ts'
import { TENANT, type Town } from './open-town.ts'
import { COMMUNITIES, GRIDS, unitId } from './town.ts'

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
    // Of those in the grid each of two buildings has a part that it never had; only one is large enough to be named.
    const inGrid = planted.filter(({ place_code, started_at }) => place_code === GRIDS[0] && started_at > end)
    const ids = inGrid.map(({ case_id }) => case_id)
    const { evidence, proposal } = await withBuildings(month, [ids.slice(0, 20), ids.slice(20, 40)])
    const house = { name: '和苑 1号楼', nameEn: 'Building 1, He Yuan', dwellings: 24, now: 20, expected: 0 }
    expect(proposal?.buildings).toEqual([{ ...house, p: expect.any(Number) }])
    expect(proposal?.buildings[0]?.p).toBeLessThan(0.001)
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
    await staffAloneReadBuildings(house.name)
  })

  /** What is said of a month while matters name their buildings; the events know of no such matter, so it is taken back. */
  async function withBuildings(month: string, caseIds: Parameters<typeof nameBuildings>[1]) {
    await addHouses(town())
    const enough = new Error('only to look')
    const said: { evidence: readonly TopicEvidence[]; proposal?: RecurrenceView | undefined } = {
      evidence: [],
    }
    const post = { id: '', title: '', role: 'dutyOfficer', unitId: unitId('centre'), placeCode: '210105' }
    const permit = { permission: 'rating.list', actor: { kind: 'account', accountId: '', post } } as never
    await town()
      .inside(async (tx) => {
        await nameBuildings(tx, caseIds)
        const input = { params: {}, query: { month }, body: undefined } as never
        const { proposals } = (await recurrences.view(tx, permit, input, null)).answer
        const { evidence } = await evidenceOf(tx, month, (all) => all)
        Object.assign(said, { evidence, proposal: proposals[0] })
        throw enough
      })
      .catch((error: unknown) => {
        if (error !== enough) throw error
      })
    return said
  }

  /** The topic says to staff which building it is, and to the public which grid. */
  async function staffAloneReadBuildings(house: string): Promise<void> {
    const { caughtUp, app, as, step, anybody } = town()
    await caughtUp()
    await openingJob.run(app.world, TENANT)
    await caughtUp()
    const topics = (await (await as('dutyOfficer')).get<TopicView[]>('/api/topics')).body
    const topic = topics.find(({ evidence }) => evidence.buildings.length > 0)
    expect(topic?.evidence.buildings.map(({ name }) => name)).toEqual([house])
    await step('sub1Dispatcher', topic?.id ?? '', 'accept', {
      units: [{ unitId: unitId('com1'), role: 'lead' }],
    })
    const published = await anybody.get<TopicView[]>('/api/evaluation/topics')
    expect(published.body.map(({ id, evidence }) => [id, evidence.buildings])).toEqual([[topic?.id, []]])
    expect(published.text).not.toContain(house)
  }
}
