import {
  type CaseStep,
  countHonestly,
  type EvaluatedCase,
  type EvaluationBoard,
  getKind,
  HONEST_COUNTS,
  type HonestCounts,
  honestRates,
  monthOf,
  monthSpan,
} from '@lianxin/contract'
import { beforeAll, expect, test } from 'vitest'
import { ratesCountedAnew } from '../../../test/scenarios/counted-anew.ts'
import { groundsOfAMonth } from '../../../test/scenarios/exclusions.ts'
import { type Answered, judgedByAll } from '../../../test/scenarios/joined-verdicts.ts'
import { changeHands, type LateMatters } from '../../../test/scenarios/late-units.ts'
import { describeInTown, TENANT } from '../../../test/scenarios/open-town.ts'
import { randomLife } from '../../../test/scenarios/random-life.ts'
import { recurringPlaces } from '../../../test/scenarios/recurring-places.ts'
import { lateIn, responsesIn, roundsIn, verdictsIn } from '../../../test/scenarios/rounds-in-history.ts'
import { COMMUNITIES, DISTRICT, type UnitName, unitId } from '../../../test/scenarios/town.ts'
import { readAfter, type StoredEvent } from '../../kernel/event-store.ts'
import { rebuildRating } from './index.ts'
import { lateJob } from './jobs.ts'
import { countedSpan } from './queries/count-rounds.ts'
import { ratedRounds } from './subscribers.ts'

const SEED = 20_261_128
const timesIn = (cases: readonly EvaluatedCase[]) => cases.reduce((sum, { times }) => sum + times, 0)
const TABLES = ['rating_round', 'rating_response', 'rating_late', 'rating_verdict']

describeInTown('evaluation of a town after some weeks', (town) => {
  let hands: LateMatters
  let shared: Answered
  beforeAll(async () => {
    const verdicts = [
      { solved: true, satisfaction: 5 },
      { solved: false, satisfaction: 1 },
    ]
    await randomLife(town(), { matters: 10, steps: 12, seed: SEED, verdicts })
    hands = await changeHands(town())
    shared = await judgedByAll(town())
    await town().caughtUp()
  }, 300_000)

  const board = async (query = 'by=unit') =>
    (await town().anybody.get<EvaluationBoard>(`/api/evaluation?${query}`)).body
  const histories = async () => {
    const events = await town().inside((tx) => readAfter(tx, 0, 10_000))
    const all = events.filter(({ stream }) => stream === 'case') as StoredEvent<CaseStep>[]
    const steps = all.filter(({ payload }) => getKind(payload.kind, payload.kindVersion).counted)
    return [...Map.groupBy(steps, ({ streamId }) => streamId).values()]
  }
  const months = async () => {
    const [row] = await town().rows<{ from: number }>(
      `select (extract(epoch from min(recorded_at)) * 1000)::float8 as from from event where tenant = 1`,
    )
    const all = [monthOf(row?.from ?? 0)]
    while (all.at(-1) !== monthOf(town().now())) all.push(monthOf(monthSpan(all.at(-1) ?? '')[1]))
    return all
  }
  const contents = async () =>
    Promise.all(
      TABLES.map(async (table) =>
        (await town().rows<object>(`select * from ${table} where tenant = 1`))
          .map((row) => JSON.stringify(row))
          .sort(),
      ),
    )

  test('counts are those of the whole history of every matter, in every month', async () => {
    const all = await histories()
    const sum: Record<string, number> = {}
    for (const month of await months()) {
      const span = countedSpan(month, town().now())
      const late = all.flatMap(lateIn)
      const joined = all.flatMap((one) => verdictsIn(one, all))
      const expected = countHonestly(all.flatMap(roundsIn), all.flatMap(responsesIn), late, span, joined)
      const { total, rows } = await board(`by=unit&month=${month}`)
      expect(total.counts, month).toEqual(expected)
      for (const { key, counts } of rows) {
        const own = late.filter((one) => one.unitId === key)
        const { endedLate, openOverdue } = countHonestly([], [], own, span)
        expect([counts.endedLate, counts.openOverdue], `${month} ${key}`).toEqual([endedLate, openOverdue])
      }
      for (const name of HONEST_COUNTS) sum[name] = (sum[name] ?? 0) + expected[name]
    }
    for (const name of ['registered', 'asked', 'closed', 'judged', 'solved', 'satisfied', 'reopened'])
      expect(sum[name], name).toBeGreaterThan(0)
  })

  test('being late stays with the unit and the round whose deadline ran out, whoever has the matter then', async () => {
    const officer = await town().as('dutyOfficer')
    const counted = async (count: string, unit: UnitName) => {
      const path = `/api/evaluation/cases?count=${count}&unit=${unitId(unit)}`
      const ids = (await officer.get<EvaluatedCase[]>(path)).body.map(({ id }) => id)
      return Object.entries(hands).flatMap(([name, { caseId }]) => (ids.includes(caseId) ? [name] : []))
    }
    expect(await counted('endedLate', 'housing')).toEqual(['given', 'again'])
    expect(await counted('endedLate', 'heating')).toEqual([])
    expect(await counted('closedOnTime', 'housing')).toEqual(['shared'])
    expect(await counted('closedOnTime', 'heating')).toEqual(['again'])
    expect(await counted('closed', 'heating')).toEqual(['given', 'again'])
    await lateJob.run(town().app.world, TENANT)
    const ids = Object.values(hands).map(({ caseId }) => `'${caseId}'`)
    const entries = await town().rows<{ matter: string; unit: string }>(
      `select matter_id as matter, unit_id as unit from negative_entry where tenant = 1 and cause = 'late' and matter_id in (${ids})`,
    )
    const listed = Object.entries(hands).map(([name, { caseId }]) => [
      name,
      entries.filter(({ matter }) => matter === caseId).map(({ unit }) => unit),
    ])
    // A co-handler that is late is late for itself.
    expect(Object.fromEntries(listed)).toEqual({
      ...{ given: [unitId('housing')], again: [unitId('housing')] },
      shared: [unitId('heating')],
    })
  })

  test('each requester counts for the unit that answered, and several who judge one answer make no rate surer than one would', async () => {
    const { lead, joined } = shared
    const officer = await town().as('dutyOfficer')
    const ids = [lead, ...joined].map(({ caseId }) => caseId)
    const counted = async (count: string) => {
      const path = `/api/evaluation/cases?count=${count}&unit=${unitId('housing')}`
      const { body } = await officer.get<EvaluatedCase[]>(path)
      return ids.map((id) => timesIn(body.filter((one) => one.id === id)))
    }
    // The first requester, three who judged alone, one of them the own answer as well, and one who said nothing and is in no rate.
    expect(await counted('judged')).toEqual([1, 1, 2, 1, 0])
    expect(await counted('solved')).toEqual([1, 1, 1, 0, 0])
    expect(await counted('satisfied')).toEqual([1, 1, 1, 0, 0])
    expect(await counted('reopened')).toEqual([0, 0, 1, 1, 0])
    const { rows, confidencePercent, minimum } = await board(`by=unit&item=lamp`)
    const housing = rows.find(({ key }) => key === unitId('housing'))
    if (!housing) throw new Error('housing answered')
    const { judged, rated } = housing.counts
    const { solved, satisfied } = honestRates(
      housing.counts,
      { minimum, confidencePercent },
      { judged: 12, rated: 12 },
    )
    expect([housing.rates.solved, housing.rates.satisfied]).toEqual([solved, satisfied])
    const loose = honestRates(housing.counts, { minimum, confidencePercent })
    expect([judged, rated].every((whole) => whole >= 4)).toBe(true)
    expect(solved.interval?.[1]).toBeGreaterThan(loose.solved.interval?.[1] ?? 1)
  })

  test('units, items and places add up to the whole, and a filter narrows it', async () => {
    const add = (rows: readonly { counts: HonestCounts }[], name: keyof HonestCounts) =>
      rows.reduce((all, { counts }) => all + counts[name], 0)
    for (const month of await months()) {
      for (const by of ['unit', 'item', 'place']) {
        const { rows, total } = await board(`by=${by}&month=${month}`)
        for (const name of HONEST_COUNTS) expect(add(rows, name), `${by} ${name}`).toBe(total.counts[name])
      }
      const { rows } = await board(`by=place&month=${month}&place=210105001`)
      const within = await board(`by=unit&month=${month}&place=210105001`)
      expect(rows.every(({ key }) => key.startsWith('210105001'))).toBe(true)
      expect(add(rows, 'registered')).toBe(within.total.counts.registered)
    }
  })

  test('rows stand in the order of the register whatever their rates, and carry nobody', async () => {
    const { rows } = await board('by=place')
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).toSorted())
    const accounts = await town().rows<{ id: string }>(
      'select id from post union select account_id from post_holding',
    )
    const text = JSON.stringify([rows, await board('by=unit'), await board('by=item')])
    for (const { id } of accounts) expect(text).not.toContain(id)
  })

  test('each number opens its matters, for those who see them', async () => {
    const officer = await town().as('dutyOfficer')
    let most = 0
    for (const month of await months()) {
      const { total } = await board(`by=unit&month=${month}`)
      for (const count of ['registered', 'closed', 'endedLate', 'openOverdue', 'judged', 'solved'] as const) {
        const { body } = await officer.get<EvaluatedCase[]>(
          `/api/evaluation/cases?month=${month}&count=${count}`,
        )
        most = Math.max(most, ...body.map(({ times }) => times))
        expect(timesIn(body), `${month} ${count}`).toBe(total.counts[count])
        expect(new Set(body.map(({ id, unitName }) => `${id} ${unitName}`)).size).toBe(body.length)
      }
    }
    // A matter that was judged twice stands there once, and counts twice.
    expect(most).toBeGreaterThan(1)
    const own = await (await town().as('sub1Dispatcher')).get<EvaluatedCase[]>(
      '/api/evaluation/cases?count=registered',
    )
    expect(own.body.every(({ placeCode }) => placeCode.startsWith('210105001'))).toBe(true)
    for (const name of ['grid1', 'auditor'] as const)
      expect((await (await town().as(name)).get('/api/evaluation/cases?count=closed')).status).toBe(403)
    expect((await town().anybody.get('/api/evaluation/cases?count=closed')).status).toBe(401)
  })

  test('events that are told twice say nothing new, and a rebuild gives the same rows', async () => {
    const before = await contents()
    expect(before[0]?.length).toBeGreaterThan(12)
    await town().inside(async (tx) => {
      const events = (await readAfter(tx, 0, 10_000)).filter(({ type }) => ratedRounds.on(type))
      await ratedRounds.handle(tx, events)
      for (const event of events) await ratedRounds.handle(tx, [event])
    })
    expect(await contents()).toEqual(before)
    await town().inside(async (tx) => {
      await tx.db.updateTable('rating_round').set({ excluded: true }).where('tenant', '=', 1).execute()
    })
    await town().inside((tx) => rebuildRating(tx))
    expect(await contents()).toEqual(before)
    await ratesCountedAnew(town(), contents)
  })

  recurringPlaces(town)

  test('grounds are told of the whole district and of a month that is over, and only where no part of it gives one away', () =>
    groundsOfAMonth(town()))

  test('a place beside the district is empty, and an unknown month of the future too', async () => {
    for (const query of ['by=item&place=310101', 'by=unit&month=2088-01'])
      expect((await board(query)).total.counts.registered).toBe(0)
    expect((await board(`by=place&place=${DISTRICT}`)).rows.length).toBeGreaterThan(0)
    expect(COMMUNITIES.length).toBeGreaterThan(1)
  })
})
