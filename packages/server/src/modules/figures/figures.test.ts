import {
  DAY_MS,
  DUE_SOON_MS,
  type FigureBoard,
  type FigureCases,
  type FigureMap,
  HOUR_MS,
  KINDS,
  STEP_COUNTS,
  type StepCounts,
} from '@lianxin/contract'
import { beforeAll, expect, test } from 'vitest'
import { figuresCountedAnew } from '../../../test/scenarios/counted-anew.ts'
import { describeInTown } from '../../../test/scenarios/open-town.ts'
import { randomLife } from '../../../test/scenarios/random-life.ts'
import { COMMUNITIES, DISTRICT, GRIDS, type PersonName, pointIn } from '../../../test/scenarios/town.ts'
import { expectOneDefinition } from '../../../test/scenarios/wall-rates.ts'
import { readAfter } from '../../kernel/event-store.ts'
import { ENDS } from './domain/figures-of.ts'
import { rebuildFigures } from './index.ts'
import { countBoard } from './queries/figure-board.ts'
import { figureCounts } from './subscribers.ts'

const SEED = 20_261_123
const SCOPES = [DISTRICT, '210105001', '210105002', ...COMMUNITIES, ...GRIDS]
const TABLES = ['figure_open', 'figure_hour', 'figure_position']

const COUNTS = `(not exists (select 1 from jsonb_array_elements(p->'flags') f where f->>'flag' = 'excluded'))`

/** The same counts, asked of the events in another way: by the words of the request kind, in SQL. */
const COUNTED: Readonly<Record<keyof StepCounts, string>> = {
  registered: `e.type = 'case.reported'`,
  answered: `p->>'to' = 'answered' and p->>'from' <> 'answered'`,
  closed: `p->>'to' = 'closed' and p->>'from' <> 'closed' and ${COUNTS}`,
  reopened: `p->>'to' = 'reopened' and p->>'from' <> 'reopened'`,
  withdrawn: `p->>'to' = 'withdrawn'`,
  selfHandled: `p->>'to' = 'selfHandled'`,
  merged: `p->>'to' = 'merged'`,
  transferred: `p->>'to' = 'transferred'`,
  excluded: `e.type = 'case.excluded'`,
  climbed: `e.type in ('case.climbed', 'case.escalated', 'case.recused')`,
}

/** As SQL: the kinds whose matters figures are about. What the house opens because of them is not counted again. */
const KINDS_COUNTED = [
  ...new Set(KINDS.filter(({ counted }) => counted).map(({ kind }) => `'${kind}'`)),
].join()

describeInTown('figures of a town after some weeks', (town) => {
  beforeAll(async () => {
    const life = { matters: 10, steps: 10, seed: SEED }
    const verdicts = [
      { solved: true, satisfaction: 5 },
      { solved: true, satisfaction: 3 },
      { solved: false, satisfaction: 1 },
    ]
    await randomLife(town(), { ...life, verdicts })
    // Three that come to a verdict, whatever chance did with the others.
    for (const satisfaction of [5, 2, 1]) {
      const receipt = await town().report()
      await town().step('worker1', receipt.caseId, 'takeUp', { itemCode: 'stairs' })
      await town().step('worker1', receipt.caseId, 'feedback', { words: '修好了' })
      await town().step('sub1Verifier', receipt.caseId, 'pass')
      const expectedVersion = await town().versionOf(receipt.caseId)
      const verdict = { move: 'judge', solved: satisfaction > 1, satisfaction, expectedVersion }
      expect((await (await town().follow(receipt)).followedMove(verdict)).status).toBe(200)
    }
    await town().caughtUp()
  }, 300_000)

  const board = async (place?: string, name: PersonName = 'dutyOfficer') => {
    const { status, body } = await (await town().as(name)).get<FigureBoard>(
      `/api/figures${place ? `?place=${place}` : ''}`,
    )
    return { status, ...body }
  }
  const counted = { seq: 0, recounting: null }
  /** As the board stood at a moment of the past, but for what is open, which is a matter of the present. */
  const boardAt = (code: string, now: number) =>
    town().inside((tx) =>
      countBoard({ ...tx, now }, { code, name: '', nameEn: '', level: 'district' }, counted),
    )
  const inside = (column: string, code: string) => `left(${column}, ${code.length}) = '${code}'`
  const liveOpen = async (code: string) => {
    const now = `timestamptz '${new Date(town().clock.now()).toISOString()}'`
    const [row] = await town().rows<object>(`
      select count(*)::int as open, count(*) filter (where due_at < ${now})::int as overdue,
        count(*) filter (where due_at >= ${now} and due_at < ${now} + interval '${DUE_SOON_MS / 1000} seconds')::int as "dueSoon"
      from grid_case where tenant = 1 and open and kind in (${KINDS_COUNTED}) and ${inside('place_code', code)}`)
    return row
  }
  const liveSteps = async (code: string, from: number, until: number) => {
    const columns = STEP_COUNTS.map((name) => `count(*) filter (where ${COUNTED[name]})::int as "${name}"`)
    const [row] = await town().rows<StepCounts>(`
      select ${columns.join(', ')} from event e, lateral (select e.payload as p) x
      where e.tenant = 1 and e.stream = 'case' and p->>'kind' in (${KINDS_COUNTED}) and ${inside(`p->>'placeCode'`, code)}
        and e.recorded_at >= '${new Date(from).toISOString()}' and e.recorded_at < '${new Date(until).toISOString()}'`)
    return row
  }
  const contents = async () =>
    Object.fromEntries(
      await Promise.all(
        TABLES.map(async (table) => [
          table,
          (await town().rows<object>(`select * from ${table} where tenant = 1`))
            .map((row) => JSON.stringify(row))
            .sort(),
        ]),
      ),
    ) as Record<string, string[]>

  test('open and overdue are those of a live count, at any later moment too', async () => {
    for (const community of [0, 1, 2] as const) await town().report({ where: { point: pointIn(community) } })
    await town().caughtUp()
    const overdue: number[] = []
    for (const wait of [0, 5 * HOUR_MS, 3 * DAY_MS, 3 * DAY_MS]) {
      // Time passes, late matters climb, and then nothing happens until it passes again.
      await town().later(wait)
      await town().caughtUp()
      for (const code of SCOPES) {
        const { now, below } = await board(code)
        expect(now, code).toEqual(await liveOpen(code))
        if (below.length > 0)
          expect(
            below.reduce((sum, one) => sum + one.open, 0),
            code,
          ).toBe(now.open)
        for (const one of below.filter(({ code: of }) => of !== code))
          expect(one, one.code).toMatchObject((await liveOpen(one.code)) ?? {})
      }
      overdue.push((await board()).now.overdue)
    }
    expect(overdue.at(-1)).toBeGreaterThan(overdue[0] ?? 0)
  })

  test('what happened in a time is what the events say, and the life was worth counting', async () => {
    const days = await town().rows<{ day: number }>(
      `select distinct floor((extract(epoch from recorded_at) + 28800) / 86400)::int as day from event where tenant = 1 order by 1`,
    )
    expect(days.length).toBeGreaterThan(5)
    const sum: Record<string, number> = {}
    for (const { day } of days) {
      const start = day * DAY_MS - 8 * HOUR_MS
      for (const code of SCOPES) {
        const { today, yesterday, hours, below } = await boardAt(code, start + 23 * HOUR_MS)
        expect(today, code).toEqual(await liveSteps(code, start, start + DAY_MS))
        expect(yesterday, code).toEqual(await liveSteps(code, start - DAY_MS, start))
        expect(hours.today.reduce((all, one) => all + one.registered, 0)).toBe(today.registered)
        expect(hours.yesterday.reduce((all, one) => all + one.closed, 0)).toBe(yesterday.closed)
        expect(hours.today.reduce((all, one) => all + one.selfHandled, 0)).toBe(today.selfHandled)
        if (below.length > 0)
          expect(below.reduce((all, one) => all + one.registered, 0)).toBe(today.registered)
        if (code === DISTRICT) for (const name of STEP_COUNTS) sum[name] = (sum[name] ?? 0) + today[name]
      }
    }
    for (const name of ['registered', 'answered', 'closed', 'reopened'])
      expect(sum[name], name).toBeGreaterThan(0)
  })

  test('a rate of the wall is the one that evaluation publishes, where both look at the same days', async () => {
    await expectOneDefinition(town(), SCOPES)
    expect((await board()).rates.solved.tooFewToSay).toBe(true)
  })

  test('the map counts every community, and the grids that have something open', async () => {
    const { body } = await (await town().as('dutyOfficer')).get<FigureMap>('/api/figures/map')
    for (const { code, name, nameEn: _, ...counts } of body.areas) {
      expect(counts, code).toEqual(await liveOpen(code))
      expect(name).not.toBe('')
    }
    const shown = new Set(body.areas.map(({ code }) => code))
    for (const code of COMMUNITIES) expect(shown.has(code)).toBe(true)
    for (const code of GRIDS)
      expect(shown.has(code)).toBe(((await liveOpen(code)) as { open: number }).open > 0)
  })

  test('clocks about to expire come first, in codes, names and times: no word and no person', async () => {
    const desk = await town().as('dutyOfficer')
    const all = await desk.get<FigureCases>('/api/figures/cases?limit=200')
    expect(all.body.cases.length).toBe((await board()).now.open)
    expect(all.body.cases.map(({ dueAt }) => dueAt)).toEqual(
      all.body.cases.map(({ dueAt }) => dueAt).sort((a, b) => a - b),
    )
    const coming = await desk.get<FigureCases>('/api/figures/cases?upcoming=true&limit=200')
    expect(coming.body.cases.every(({ dueAt }) => dueAt >= town().clock.now())).toBe(true)
    expect(Object.keys(all.body.cases[0] ?? {}).sort()).toEqual(
      ['dueAt', 'gridCode', 'id', 'item', 'number', 'openedAt', 'owner', 'place', 'stateName'].sort(),
    )
    expect(all.text).not.toContain('第 ')
    // The desk reads the terms of the office, not what a resident is told.
    expect(all.text).toContain('待研判')
    expect(all.text).not.toContain('已收到')
  })

  test('a subdistrict sees its own part, and nobody learns what lies outside', async () => {
    const own = await board(undefined, 'sub1Dispatcher')
    expect([own.place.code, own.path.map(({ code }) => code)]).toEqual(['210105001', ['210105001']])
    expect(own.now).toEqual(await liveOpen('210105001'))
    expect((await board(COMMUNITIES[0], 'sub1Dispatcher')).path.length).toBe(2)
    for (const code of [DISTRICT, '210105002', COMMUNITIES[2], '210105001999'])
      expect((await board(code, 'sub1Dispatcher')).status, code).toBe(404)
    for (const name of ['housing1', 'grid1', 'auditor'] as const)
      expect((await board(undefined, name)).status, name).toBe(403)
  })

  test('an event that is told twice counts once', async () => {
    const before = await contents()
    await town().inside(async (tx) => {
      const events = (await readAfter(tx, 0, 10_000)).filter(({ type }) => figureCounts.on(type))
      await figureCounts.handle(tx, events)
      for (const event of events) await figureCounts.handle(tx, [event])
    })
    expect(await contents()).toEqual(before)
  })

  test('a rebuild from the events gives the same rows, whatever stood there', async () => {
    const before = await contents()
    expect(before['figure_hour']?.length).toBeGreaterThan(10)
    await town().inside(async (tx) => {
      await tx.db.deleteFrom('figure_open').where('tenant', '=', 1).execute()
      await tx.db.updateTable('figure_hour').set({ registered: 999 }).where('tenant', '=', 1).execute()
    })
    const read = await town().inside((tx) => rebuildFigures(tx))
    expect(read).toBeGreaterThan(100)
    expect(await contents()).toMatchObject({
      figure_open: before['figure_open'],
      figure_hour: before['figure_hour'],
    })
    await town().report()
    await town().caughtUp()
    expect((await contents())['figure_open']?.length).toBe((before['figure_open']?.length ?? 0) + 1)
    expect(town().faults).toEqual([])
    await figuresCountedAnew(town())
  })
})

test('every way in which a kind ends is counted as something', () => {
  for (const { kind, states } of KINDS.filter(({ counted }) => counted))
    for (const [name, { tone }] of Object.entries(states))
      if (tone === 'closed') expect(Object.keys(ENDS), `${kind} ${name}`).toContain(name)
})
