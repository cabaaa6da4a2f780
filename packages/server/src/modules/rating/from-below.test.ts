import {
  DAY_MS,
  type MoveDone,
  monthOf,
  monthSpan,
  type TopicView,
  type UpwardBallotBox,
  type UpwardBoard,
} from '@lianxin/contract'
import { expect, test } from 'vitest'
import { readsInBothLanguages } from '../../../test/scenarios/both-languages.ts'
import { topicsCountedAnew } from '../../../test/scenarios/counted-anew.ts'
import { describeInTown, TENANT } from '../../../test/scenarios/open-town.ts'
import { COMMUNITIES, type PersonName, type UnitName, unitId } from '../../../test/scenarios/town.ts'
import { hashOf } from '../../kernel/command-outcome.ts'
import { at } from '../../kernel/sql-values.ts'
import { openingJob } from '../case/jobs.ts'
import { topicJob } from './jobs.ts'

const RATERS = ['grid1', 'worker1', 'worker2', 'secretary1', 'secretary2'] as const
const SALT = 'a'.repeat(32)

describeInTown('what those below say, and what keeps happening', (town) => {
  const ballot = (quarter: string, marks: number) => ({
    quarter,
    scores: { attitude: marks, style: 3, effect: 5 },
    salt: SALT,
  })
  const rate = async (name: PersonName, unit: UnitName, body: object, key?: string) =>
    (await town().as(name)).send('POST', `/api/upward/${unitId(unit)}/ballots`, body, key ? { key } : {})
  const board = async (who = town().anybody, query = '') =>
    (await who.get<UpwardBoard>(`/api/upward${query}`)).body
  const ofUnit = ({ rows }: UpwardBoard, unit: UnitName) => rows.find((row) => row.unitId === unitId(unit))
  const topics = async (name: PersonName) =>
    (await (await town().as(name)).get<TopicView[]>('/api/topics')).body
  const opened = async () => {
    await town().caughtUp()
    await openingJob.run(town().app.world, TENANT)
    await town().caughtUp()
  }

  test('a rating is counted once, kept with nobody, and shown when the quarter is over and enough have rated', async () => {
    const grid = await town().as('grid1')
    const box = (await grid.get<UpwardBallotBox>('/api/upward/mine')).body
    expect(box.units.map((unit) => unit.unitId)).toEqual(
      expect.arrayContaining([unitId('housing'), unitId('sub1')]),
    )
    expect(box.units.some((unit) => unit.unitId === unitId('sub2'))).toBe(false)
    const { quarter } = box
    for (const [index, name] of RATERS.entries()) {
      expect((await rate(name, 'housing', ballot(quarter, index < 4 ? 5 : 4))).status).toBe(200)
      if (index > 0) expect((await rate(name, 'heating', ballot(quarter, 1))).status).toBe(200)
    }
    expect((await rate('grid1', 'housing', ballot(quarter, 1))).body).toMatchObject({
      code: 'rating.already',
    })
    expect((await rate('grid1', 'sub2', ballot(quarter, 1))).body).toMatchObject({ code: 'rating.not-yours' })
    expect((await rate('housing1', 'heating', ballot(quarter, 1))).status).toBe(403)
    const again = (await grid.get<UpwardBallotBox>('/api/upward/mine')).body
    expect(again.units.filter(({ rated }) => rated).map((unit) => unit.unitId)).toEqual([unitId('housing')])
    expect(ofUnit(await board(town().anybody, `?quarter=${quarter}`), 'housing')?.result).toBeNull()

    // Nothing that is stored tells who gave what: no event, no row with a time, no hash that can be tried out.
    const columns = await town().rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_name in ('upward_token', 'upward_count') order by 1`,
    )
    expect(columns.map(({ name }) => name.split('.')[1])).not.toContain('account_id')
    expect(columns.some(({ name }) => /_at$|_on$/.test(name))).toBe(false)
    expect(
      await town().rows(
        `select 1 from event where tenant = 1 and (type like 'upward%' or payload::text like '%attitude%')`,
      ),
    ).toEqual([])
    const hashes = await town().rows<{ hash: string }>(
      `select encode(body_hash, 'hex') as hash from command_outcome where tenant = 1 and route = 'upward.rate'`,
    )
    expect(hashes.length).toBe(RATERS.length * 2 - 1)
    const { salt: _, ...guessed } = ballot(quarter, 5)
    const guess = Buffer.from(hashOf({ params: { unitId: unitId('housing') }, body: guessed })).toString(
      'hex',
    )
    expect(hashes.map(({ hash }) => hash)).not.toContain(guess)

    await town().later(25 * DAY_MS)
    const over = await board()
    expect(over.quarter).toBe(quarter)
    expect(ofUnit(over, 'housing')?.result).toEqual({
      ...{ ratersAtLeast: 5, bands: { attitude: 5, style: 3, effect: 5 } },
    })
    // Four are too few.
    expect(ofUnit(over, 'heating')?.result).toBeNull()
    expect((await rate('grid1', 'sub1', ballot(quarter, 1))).body).toMatchObject({
      code: 'rating.quarter-over',
    })
  })

  test('the rated unit answers once, in public, and only for itself', async () => {
    const { quarter } = await board()
    const answer = async (name: PersonName, unit: UnitName) =>
      (await town().as(name)).send('POST', `/api/upward/${unitId(unit)}/answers`, {
        quarter,
        words: '已经安排专人对接社区',
      })
    expect((await answer('housing1', 'housing')).status).toBe(403)
    expect((await answer('housingLead', 'heating')).status).toBe(404)
    expect((await board(await town().as('housingLead'))).ownUnitId).toBe(unitId('housing'))
    expect((await answer('housingLead', 'housing')).status).toBe(200)
    expect((await answer('housingLead', 'housing')).body).toMatchObject({ code: 'rating.answered' })
    expect(ofUnit(await board(), 'housing')?.answer?.words).toBe('已经安排专人对接社区')
    expect((await board(await town().as('housingLead'))).ownUnitId).toBeNull()
  })

  test('a topic is proposed, taken up, worked on, watched, and shown with its figures', async () => {
    const receipt = await town().report()
    const secretary = await town().as('secretary1')
    const propose = () => secretary.send('POST', '/api/topics', { caseId: receipt.caseId })
    expect((await propose()).body).toMatchObject({ code: 'rating.no-item' })
    await town().step('worker1', receipt.caseId, 'takeUp', { itemCode: 'stairs' })
    await town().caughtUp()
    const proposed = await secretary.send<{ topicId: string }>('POST', '/api/topics', {
      caseId: receipt.caseId,
    })
    expect(proposed.status).toBe(200)
    await opened()
    expect((await propose()).body).toMatchObject({ code: 'rating.topic-open' })
    const id = proposed.body.topicId
    const own = (await topics('sub1Dispatcher')).find((one) => one.id === id)
    expect(own).toMatchObject({
      state: 'proposed',
      itemCode: 'stairs',
      evidence: { counted: 1, found: false },
      after: null,
    })
    await readsInBothLanguages(town(), id)
    expect((await town().anybody.get<TopicView[]>('/api/evaluation/topics')).body).toEqual([])
    const units = [{ unitId: unitId('com1'), role: 'lead' }]
    await town().step('sub1Dispatcher', id, 'accept', { units })
    await town().later(DAY_MS)
    const dueAt = town().now() + 20 * DAY_MS
    const named = { move: 'setMeasures', words: '找楼长，电话 13900000001', dueAt }
    const worker = await town().as('worker1')
    const exposing = { ...named, expectedVersion: await town().versionOf(id) }
    expect((await worker.move(id, exposing)).body).toMatchObject({ code: 'case.public-personal' })
    await town().step('worker1', id, 'setMeasures', { words: '每周清理，装门禁', dueAt })
    await town().step('worker1', id, 'finish', { words: '门禁装好了' })
    await town().later(DAY_MS)
    for (const _ of [1, 2]) {
      const more = await town().report()
      await town().step('worker1', more.caseId, 'takeUp', { itemCode: 'stairs' })
    }
    await town().later(61 * DAY_MS)
    await town().caughtUp()
    const [watched] = await topics('sub1Dispatcher')
    expect(watched).toMatchObject({ id, state: 'judging', after: { counted: 2 }, tooFewToSay: true })
    const done: MoveDone = (await town().step('sub1Dispatcher', id, 'conclude', {
      ...{ words: '数量太少', choices: { effect: 'tooFew' } },
    })) as MoveDone
    expect(done.state).toBe('shown')
    expect((await town().anybody.get<TopicView[]>('/api/evaluation/topics')).body).toMatchObject([
      {
        ...{ id, ownerName: '东社区', effect: { zh: '数量太少，不作评价' }, conclusion: '数量太少' },
        measures: [{ unitName: '东社区', words: '每周清理，装门禁', dueAt, late: false }],
        // Nothing was counted a year ago: that is no number, and not none.
        ...{ dueAt: null, yearBefore: null, usual: null },
      },
    ])
    const lengths = [watched?.before, watched?.after].map((one) => (one?.until ?? 0) - (one?.from ?? 0))
    expect(lengths).toEqual([30 * DAY_MS, 30 * DAY_MS])
    await topicsCountedAnew(town())
  })

  test('what the method finds is proposed once, with its evidence', async () => {
    const month = monthOf(monthSpan(monthOf(town().now()))[0] - 1)
    const [end] = monthSpan(month)
    await town().inside(async (tx) => {
      for (let back = 0; back < 14; back += 1)
        for (const [index, place] of COMMUNITIES.entries())
          for (let serial = 0; serial < (back === 0 && index === 1 ? 45 : 6); serial += 1)
            await tx.db
              .insertInto('rating_round')
              .values({
                ...{ case_id: crypto.randomUUID(), round: 0, seq: 1, kind: 'request', item_code: 'lamp' },
                ...{ place_code: place, rung: 'community', excluded: false, tenant: 1 },
                started_at: at(end - back * 30.4 * DAY_MS + serial * 60_000 + (back === 0 ? DAY_MS : 0)),
              })
              .execute()
    })
    for (const _ of [1, 2]) await topicJob().run(town().app.world, TENANT)
    await opened()
    const found = (await topics('dutyOfficer')).filter(({ itemCode }) => itemCode === 'lamp')
    expect(found).toMatchObject([
      {
        ...{ state: 'proposed', placeCode: COMMUNITIES[1] },
        evidence: { month, counted: 45, found: true, falseAlarmPercent: 5, monthsBefore: 12 },
        ...{ before: { counted: 45 }, after: null, yearBefore: { counted: 6 }, measures: [] },
      },
    ])
    expect(found[0]?.evidence.expected).toBeGreaterThan(10)
    expect(found[0]?.evidence.p).toBeLessThan(0.01)
    expect(found[0]?.usual?.perThirtyDays).toBeCloseTo(5.7, 0)
    expect(town().faults).toEqual([])
  })
})
