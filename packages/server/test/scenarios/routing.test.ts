import {
  ALWAYS,
  MINUTE_MS,
  type RoutingOverview,
  type RoutingRule,
  type RuleSheetReport,
  type SimulationReport,
  type Suggestion,
  wholeMonth,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eraseContent } from '../../src/kernel/content.ts'
import { pastMatters } from '../../src/modules/case/index.ts'
import { alertJob, learnJob } from '../../src/modules/routing/jobs.ts'
import { closeMany } from './closed-matters.ts'
import { describeInTown } from './open-town.ts'
import type { Person } from './people.ts'
import { COMMUNITIES, postId, unitId } from './town.ts'

const DAY = 86_400_000
const rule = (
  serial: number,
  when: Partial<RoutingRule['when']>,
  lead: string,
  ...coHandlers: string[]
): RoutingRule => ({
  id: `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
  when: { ...ALWAYS, ...when },
  lead,
  coHandlers,
})
const save = (person: Person, seenVersion: number, rules: readonly RoutingRule[]) =>
  person.post<{ version: number; code?: string }>('/api/routing/draft', { seenVersion, rules })
const overview = async (person: Person) => (await person.get<RoutingOverview>('/api/routing')).body
const enforce = (person: Person, seenVersion: number, effectiveFrom: number | null = null) =>
  person.post<{ code?: string; version: number; effectiveFrom: number }>('/api/routing/draft/enforce', {
    ...{ seenVersion, effectiveFrom },
  })

describeInTown('who gets which matter', (town) => {
  const suggested = async (caseId: string, itemCode: string) => {
    const dispatcher = await town().as('dispatcher')
    return (await dispatcher.get<Suggestion>(`/api/cases/${caseId}/suggestion?itemCode=${itemCode}`)).body
  }
  const month = () => ({ from: town().clock.now() - 30 * DAY, to: town().clock.now() + DAY })
  const simulate = async (person: Person, seenVersion: number) =>
    person.post<{ code?: string }>('/api/routing/draft/simulate', { seenVersion, ...month() })

  test('all staff read the rules, and only those who dispatch for the district change or simulate them', async () => {
    const { as, anybody } = town()
    expect((await anybody.get('/api/routing')).status).toBe(401)
    for (const name of ['housing1', 'auditor', 'ruleKeeper', 'sub1Dispatcher'] as const) {
      const person = await as(name)
      expect((await person.get('/api/routing')).status).toBe(200)
      expect((await overview(person)).mayChange).toBe(false)
      expect((await save(person, 0, [])).status).toBe(403)
      expect((await person.get('/api/routing/alerts')).status).toBe(403)
      const { from, to } = month()
      expect((await person.get(`/api/routing/simulation?from=${from}&to=${to}`)).status).toBe(403)
    }
    expect((await overview(await as('dutyOfficer'))).mayChange).toBe(true)
  })

  test('a draft is tried on past matters, put into force from a moment, and then decides what is suggested', async () => {
    const { as, report, step, clock } = town()
    const dispatcher = await as('dispatcher')
    const { caseId } = await report({ words: '楼道灯坏了' })
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    const untouched = await report({ words: '楼道里有杂物' })
    await step('worker1', untouched.caseId, 'triage', { itemCode: 'stairs' })
    expect((await suggested(caseId, 'lamp')).units).toMatchObject([{ id: unitId('housing'), role: 'lead' }])

    const rules = [
      rule(1, { items: ['lamp'], places: [COMMUNITIES[0]] }, 'heating', 'community'),
      rule(2, { items: ['lamp'], places: [COMMUNITIES[1]] }, 'sub2'),
    ]
    expect((await save(dispatcher, 0, rules)).body).toEqual({ version: 1 })
    expect((await save(await as('dispatcher2'), 0, [])).body.code).toBe('routing.changed')
    expect((await enforce(dispatcher, 1)).body.code).toBe('routing.not-simulated')
    expect((await simulate(dispatcher, 1)).status).toBe(200)
    const { from, to } = month()
    const before = await town().versionOf(caseId)
    const report1 = (await dispatcher.get<SimulationReport>(`/api/routing/simulation?from=${from}&to=${to}`))
      .body
    expect(report1).toMatchObject({
      draftVersion: 1,
      matters: 2,
      otherThanNow: 1,
      otherThanReally: 1,
      neverSent: 1,
      unanswered: 0,
    })
    expect(report1.shifts).toMatchObject([{ draft: [{ zh: '供热公司' }, { zh: '东社区' }], matters: 1 }])
    expect(report1.rows).toMatchObject([
      {
        caseId,
        rule: 1,
        draft: [{ zh: '供热公司' }, { zh: '东社区' }],
        now: [{ zh: '住建局' }],
        really: [{ zh: '住建局' }],
      },
    ])
    expect(await town().versionOf(caseId)).toBe(before)

    // Who names no time asks for the last whole month; too long, too early or not yet begun is refused in words.
    const asked = (query: string) =>
      dispatcher.get<SimulationReport & { code?: string }>(`/api/routing/simulation${query}`)
    const { body: whole } = await asked('')
    const { month: _, ...lastMonth } = wholeMonth(clock.now(), 1)
    expect(whole).toMatchObject({ ...lastMonth, matters: 0 })
    expect((await asked(`?from=${from - 800 * DAY}&to=${to}`)).body.code).toBe('routing.simulation-period')

    // Changed after it was simulated, it is to be simulated again.
    expect((await save(dispatcher, 1, rules)).body.version).toBe(2)
    expect((await enforce(dispatcher, 2)).body.code).toBe('routing.not-simulated')
    await simulate(dispatcher, 2)
    expect((await enforce(dispatcher, 2, clock.now() - 1)).body.code).toBe('setting.too-soon')
    const { effectiveFrom } = (await enforce(dispatcher, 2)).body
    expect((await enforce(dispatcher, 2)).body.code).toBe('routing.no-draft')
    expect((await suggested(caseId, 'lamp')).units[0]?.id).toBe(unitId('housing'))
    const { planned } = await overview(dispatcher)
    expect(planned?.version).toBe(1)
    // What is planned goes out as a sheet of its own, and comes in again as a draft would.
    const checked = async (which: string) => {
      const { text } = await dispatcher.get(`/api/routing/rules.csv?which=${which}`)
      return (await dispatcher.post<RuleSheetReport>('/api/routing/sheet/check', { csv: text })).body.value
    }
    expect([await checked('planned'), await checked('present')]).toEqual([planned?.rules, []])

    await town().later(effectiveFrom - clock.now())
    const { units } = await suggested(caseId, 'lamp')
    expect(units).toMatchObject([
      {
        id: unitId('heating'),
        role: 'lead',
        because: { zh: '派单规则第 1 条：事项属于事项lamp · 在东社区 → 主办：供热公司；协办：所在社区' },
      },
      { id: unitId('com1'), role: 'coHandler' },
    ])
    expect((await suggested(caseId, 'stairs')).units[0]?.because.zh).toContain('事项目录规定')
    // What was dispatched before stays where it is.
    expect(await town().versionOf(caseId)).toBe(before)
  })

  test('a rule that leads nowhere is not put into force; one whose unit ends or empties later is an alert until it is mended', async () => {
    const { as, inside, rows, app } = town()
    const dispatcher = await as('dispatcher')
    const version = (await overview(dispatcher)).draftVersion
    const wrong = [rule(3, { items: ['nothing'] }, 'heating'), rule(4, { places: ['210105009'] }, 'nobody')]
    await save(dispatcher, version, wrong)
    await simulate(dispatcher, version + 1)
    expect((await overview(dispatcher)).draft?.faults.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'itemGone'],
      [2, 'unitGone'],
      [2, 'placeGone'],
    ])
    expect((await enforce(dispatcher, version + 1)).body.code).toBe('routing.dead-ends')

    const rules = [
      rule(5, { items: ['lamp'] }, 'parks'),
      rule(6, { items: ['lamp'], places: [COMMUNITIES[0]] }, 'heating'),
      rule(7, { items: ['cold'] }, 'heating'),
    ]
    await save(dispatcher, version + 1, rules)
    await simulate(dispatcher, version + 2)
    const { effectiveFrom } = (await enforce(dispatcher, version + 2)).body
    await town().later(effectiveFrom - town().clock.now())
    const alerts = async () => {
      await alertJob.run(app.world, 1)
      return (await dispatcher.get<{ number: number; kind: string }[]>('/api/routing/alerts')).body
        .map(({ number, kind }) => [number, kind])
        .toSorted()
    }
    expect(await alerts()).toEqual([
      [1, 'unitUnstaffed'],
      [2, 'unreachable'],
    ])
    expect(await alerts()).toHaveLength(2)
    await inside((tx) =>
      sql`update post_holding set valid_to = ${new Date(town().clock.now())} where tenant = 1 and post_id = ${postId('heating1')}`.execute(
        tx.db,
      ),
    )
    expect(await alerts()).toEqual([
      [1, 'unitUnstaffed'],
      [2, 'unitUnstaffed'],
      [2, 'unreachable'],
      [3, 'unitUnstaffed'],
    ])
    await inside((tx) =>
      sql`update post_holding set valid_to = null where tenant = 1 and post_id = ${postId('heating1')}`.execute(
        tx.db,
      ),
    )
    expect(await alerts()).toHaveLength(2)
    expect(await rows('select 1 from routing_alert where settled_at is not null')).toHaveLength(2)
  })

  test('items are suggested from what was learnt, with reason and measured confidence; what is erased is counted no more', async () => {
    const { app, as, inside, rows, report, clock } = town()
    const learn = learnJob(pastMatters)
    await learn.run(app.world, 1)
    const dispatcher = await as('dispatcher')
    const reliability = () =>
      dispatcher.get<{
        learntFrom: number
        checkedOn: number
        tokens: number
        generated: boolean
        bins: { count: number }[]
      }>('/api/routing/reliability')
    expect((await reliability()).body).toMatchObject({ tokens: 0, generated: true })

    const [row] = await rows<{ id: string }>(`select id from grid_case where tenant = 1 limit 1`)
    const asked = await report({ words: '屋里冰凉，暖气片摸着没温度' })
    expect((await suggested(asked.caseId, 'cold')).itemsBy).toBe('keywords')
    await inside((tx) => closeMany(tx, row?.id ?? ''))
    clock.advance(DAY)
    await learn.run(app.world, 1)
    const { learntFrom, checkedOn, tokens, bins } = (await reliability()).body
    expect(learntFrom).toBeGreaterThanOrEqual(200)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(checkedOn)
    expect(tokens).toBeGreaterThan(5)
    const { items, itemsBy } = await suggested(asked.caseId, 'cold')
    expect([itemsBy, items[0]?.code]).toEqual(['learnt', 'cold'])
    expect(items[0]?.because).toContain('暖气')
    expect(items[0]?.confidence).toBeGreaterThan(0.8)
    const strange = await report({ words: 'zzzz qqqq xxxx' })
    expect((await suggested(strange.caseId, 'lamp')).items).toEqual([])

    const kept = (token: string) =>
      rows<{ matters: number }>(`select matters from item_token where token = '${token}'`)
    // Four people wrote it in many matters, which is too few; a number is never kept.
    expect(await kept('欧阳')).toEqual([])
    expect(await rows(`select 1 from item_token where token ~ '[0-9]'`)).toEqual([])
    expect(await kept('味道')).toHaveLength(1)
    const erased = await rows<{ id: string }>(
      `select c.id from grid_case c where c.tenant = 1 and c.number like 'LEARN%' and c.item_code = 'stairs'`,
    )
    clock.advance(MINUTE_MS)
    await inside(async (tx) => {
      for (const { id } of erased) await eraseContent(tx, id)
    })
    await learn.run(app.world, 1)
    expect(await kept('味道')).toEqual([])
    expect(await kept('暖气')).toHaveLength(1)
  })
})
