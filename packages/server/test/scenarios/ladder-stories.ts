import type {
  AlertRow,
  BoxCounts,
  CaseView,
  FollowView,
  ItemLadders,
  Ladder,
  Raised,
  Receipt,
} from '@lianxin/contract'
import { SETTINGS } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'
import { GRIDS, type PersonName, type UnitName, unitId } from './town.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a district's ladder does to running matters; told where the rules of a district are. */
export function ladderStories(
  town: () => Town,
  decide: (
    name: 'ladder' | 'itemLadders',
    value: Ladder | ItemLadders,
  ) => Promise<{ status: number; body: unknown }>,
): void {
  const told = async (caseId: string) => {
    const { body } = await (await town().as('dutyOfficer')).get<CaseView>(`/api/cases/${caseId}`)
    return body.timeline.flatMap(({ move, sentence }) => (move === 'clock' ? [sentence.zh] : [])).reverse()
  }
  const alertsOf = async (who: PersonName, caseId: string) => {
    const { body } = await (await town().as(who)).get<AlertRow[]>('/api/alerts')
    return body.flatMap((one) => (one.caseId === caseId ? [one.sentence.en] : []))
  }
  const rungs = async (caseId: string, clock = 'handle') => {
    const rows = await town().rows<{ percent: number; kind: string; unit_id: string }>(
      `select percent, kind, unit_id from alert where case_id = '${caseId}' and clock = '${clock}' order by raised_at, percent, kind`,
    )
    return rows.map(({ percent, kind, unit_id }) => [percent, kind, unit_id])
  }
  const handled = async (
    itemCode: string,
    unit: UnitName,
    by: PersonName,
    more?: Parameters<Town['report']>[0],
  ) => {
    const { report, step } = town()
    const receipt = await report(more)
    const district = unit === 'heating'
    const there = unit === 'sub2' ? 'sub2Dispatcher' : 'sub1Dispatcher'
    await step(unit === 'sub2' ? 'sub2Dispatcher' : 'secretary1', receipt.caseId, 'triage', { itemCode })
    await step(district ? 'dispatcher' : there, receipt.caseId, 'dispatch', {
      units: [{ unitId: unitId(unit), role: 'lead' }],
    })
    await step(by, receipt.caseId, 'sign')
    return receipt
  }
  let before: Receipt | undefined

  test('the ladder leads from the community over the subdistrict to the district, each rung told once and to who stands there', async () => {
    const { later } = town()
    const { caseId } = await handled('stairs', 'com1', 'secretary1')
    await later(6 * DAY)
    expect(await rungs(caseId)).toEqual([[100, 'overdue', unitId('sub1')]])
    // The house was away for weeks: what came meanwhile is told all the same.
    await later(60 * DAY)
    expect(await rungs(caseId)).toEqual([
      [100, 'overdue', unitId('sub1')],
      [200, 'rung', unitId('centre')],
    ])
    expect(await told(caseId)).toEqual([
      '东社区的办理时限到了，还没有办好；已告诉甲街道来督办。',
      '东社区的办理时限已用去 200%，还没有办好；已告诉区指挥中心来督办。',
    ])
  })

  test('a house that was away tells every rung that it missed, in their order', async () => {
    const { later } = town()
    const { caseId } = await handled('stairs', 'com1', 'secretary1')
    before = await handled('cold', 'heating', 'heating1')
    await later(40 * DAY)
    expect((await rungs(caseId)).map(([percent]) => percent)).toEqual([100, 200])
    expect(await told(caseId)).toHaveLength(2)
  })

  test('a whistle goes on climbing: the caller who does not call, and the department that does not answer', async () => {
    const { as, later } = town()
    const whistle = { kind: 'whistle', words: '通道被占', where: { gridCode: GRIDS[0] } }
    const blown = {
      ...whistle,
      firstMove: {
        move: 'blow',
        choices: { cause: 'request' },
        units: [{ unitId: unitId('housing'), role: 'lead' }],
      },
    }
    const [waits, calls] = await Promise.all(
      [whistle, blown].map(
        async (body) => (await (await as('grid1')).post<Raised>('/api/cases/raised', body)).body.caseId,
      ),
    )
    await later(30 * DAY)
    expect(await rungs(waits ?? '', 'prepare')).toEqual([
      [100, 'overdue', unitId('sub1')],
      [200, 'rung', unitId('centre')],
    ])
    // Above a department stands the district alone: it is told once, and the story says that it knows.
    expect(await rungs(calls ?? '', 'acknowledge')).toEqual([[100, 'overdue', unitId('centre')]])
    expect((await told(calls ?? '')).join()).toContain('区指挥中心先前已经知道，仍由它督办')
  })

  test('rungs that a district decides hold for matters from then on; the requester is told, and open ones keep theirs', async () => {
    const { later, follow } = town()
    const open = await handled('cold', 'heating', 'heating1')
    await later(HOUR)
    const rungsOfLevels: Ladder = [
      ...SETTINGS.ladder.initial.filter(({ level }) => level !== 'level4' && level !== 'level2'),
      { level: 'level4', counts: 'every', afterPercent: 50, to: 'subdistrict' },
      { level: 'level4', counts: 'urgentHour', afterPercent: 50, to: 'subdistrict' },
      { level: 'level4', counts: 'urgentHour', afterPercent: 150, to: 'commandCentre' },
      { level: 'level2', counts: 'every', afterPercent: 100, to: 'community' },
      { level: 'level2', counts: 'every', afterPercent: 400, to: 'subdistrict' },
      { level: 'level2', counts: 'every', afterPercent: 500, to: 'commandCentre' },
    ]
    expect((await decide('ladder', rungsOfLevels)).status).toBe(200)
    await later(HOUR)
    const fresh = await handled('cold', 'heating', 'heating1')
    await later(12 * HOUR)
    expect(await rungs(fresh.caseId)).toEqual([[50, 'rung', unitId('sub1')]])
    expect(await alertsOf('sub1Dispatcher', fresh.caseId)).toEqual([
      'Handling: 50 % of the limit is used up and it is not done.',
    ])
    const own = (await (await follow(fresh)).get<FollowView>('/api/follow/case')).body
    expect(own.timeline[0]?.sentence.zh).toContain('已用去 50%')
    await later(24 * HOUR)
    expect((await rungs(fresh.caseId)).map(([percent]) => percent)).toEqual([50, 100, 150])
    for (const { caseId } of [open, ...(before ? [before] : [])])
      expect((await rungs(caseId)).map(([percent]) => percent)).toEqual([100])
  })

  test('an item climbs by rungs of its own at its own times; what was open goes on by its level, and so do all other items', async () => {
    const { later } = town()
    const open = await handled('cold', 'heating', 'heating1')
    await later(HOUR)
    const own = (afterPercent: number, to: 'community' | 'commandCentre', item = 'cold') => ({
      ...{ item, afterPercent, to },
    })
    expect(
      await decide('itemLadders', [own(60, 'community'), own(60, 'commandCentre', 'nothing')]),
    ).toMatchObject({
      ...{ status: 400, body: { fields: [{ field: '1.item' }] } },
    })
    expect((await decide('itemLadders', [own(60, 'community'), own(120, 'commandCentre')])).status).toBe(200)
    await later(HOUR)
    const [fresh, other] = [
      await handled('cold', 'heating', 'heating1'),
      await handled('stairs', 'com1', 'secretary1'),
    ]
    await later(28 * HOUR)
    expect(await rungs(fresh.caseId)).toEqual([
      [60, 'rung', unitId('com1')],
      [100, 'overdue', unitId('com1')],
    ])
    expect(await alertsOf('secretary1', fresh.caseId)).toContain(
      'Handling: 60 % of the limit is used up and it is not done.',
    )
    await later(HOUR)
    expect((await rungs(fresh.caseId)).at(-1)).toEqual([120, 'rung', unitId('centre')])
    expect((await rungs(open.caseId)).map(([percent]) => percent)).toEqual([50, 100])
    await later(60 * DAY)
    expect((await rungs(other.caseId)).map(([percent]) => percent)).toEqual([100, 500])
  })

  test('a rung where nobody holds a post is passed over aloud', async () => {
    const { later } = town()
    const at = { where: { communityCode: '210105002001' } }
    const { caseId } = await handled('stairs', 'sub2', 'sub2Dispatcher', at)
    await later(8 * DAY)
    expect(await rungs(caseId)).toEqual([
      [100, 'overdue', unitId('centre')],
      [100, 'unitMissing', unitId('centre')],
    ])
    expect((await told(caseId)).join()).toContain('无人的西社区无人在岗，再往上报')
    expect((await alertsOf('dutyOfficer', caseId)).join()).toContain('It climbed past this unit')
  })

  test('what the grid keeps climbs past the community that has it, and nobody is told twice', async () => {
    const { as, later } = town()
    const finding = { kind: 'finding', words: '楼道堆了旧家具', where: { gridCode: GRIDS[0] } }
    const { caseId } = (await (await as('grid1')).post<Raised>('/api/cases/raised', finding)).body
    await later(30 * DAY)
    expect(await rungs(caseId, 'own')).toEqual([
      [100, 'overdue', unitId('sub1')],
      [500, 'rung', unitId('centre')],
    ])
    expect(await told(caseId)).toEqual([
      '东社区的自办时限到了，还没有办好；东社区自己就在这一级，再往上报；已告诉甲街道来督办。',
      '东社区的自办时限已用去 400%，还没有办好；甲街道先前已经知道，仍由它督办。',
      '东社区的自办时限已用去 500%，还没有办好；已告诉区指挥中心来督办。',
    ])
  })

  test('a matter that is late in several ways is counted once, for whoever has it among the alerts and nobody else', async () => {
    const { as, later } = town()
    const at = { where: { communityCode: '210105002001' } }
    await handled('stairs', 'sub2', 'sub2Dispatcher', at)
    await later(8 * DAY)
    const seen = async (who: PersonName) => {
      const desk = await as(who)
      const { body: counts } = await desk.get<BoxCounts>('/api/cases/counts')
      const answer = await desk.get<AlertRow[]>('/api/alerts')
      return [counts.alerts, answer.status === 200 ? answer.body : []] as const
    }
    for (const who of ['dutyOfficer', 'sub2Dispatcher', 'housing1', 'gatekeeper'] as const) {
      const [count, alerts] = await seen(who)
      expect([who, count]).toEqual([who, new Set(alerts.map(({ caseId }) => caseId)).size])
    }
    const [count, alerts] = await seen('dutyOfficer')
    expect(count).toBeGreaterThan(0)
    expect(alerts.length).toBeGreaterThan(count)
  })
}
