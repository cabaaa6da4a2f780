import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, anonymous, NOBODY } from '../../src/kernel/actor.ts'
import { claimOutcome, keepOutcome } from '../../src/kernel/command-outcome.ts'
import { readAfter } from '../../src/kernel/event-store.ts'
import { recordRead } from '../../src/kernel/read-ledger.ts'
import type { Tx } from '../../src/kernel/tx.ts'
import type { ListInput } from '../../src/modules/case/queries/case-list.ts'
import { casePage } from '../../src/modules/case/queries/case-page.ts'
import { countCases } from '../../src/modules/case/queries/list-cases.ts'
import { findCase, lockCase } from '../../src/modules/case/queries/load-case.ts'
import { nearToCase } from '../../src/modules/case/queries/near-to-case.ts'
import { dueMoments } from '../../src/modules/case/queries/running-clocks.ts'
import { timelineOf } from '../../src/modules/case/queries/timeline.ts'
import { viewCase } from '../../src/modules/case/queries/view-case.ts'
import { showNear } from '../../src/modules/echo/queries/near.ts'
import { showEntry, showWall } from '../../src/modules/echo/queries/wall.ts'
import { retireUnclaimed } from '../../src/modules/file/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../support/describe-on-each-database.ts'
import { addCrowd, CROWD, crowdCase } from './crowd.ts'
import { COMMUNITY, COMMUNITY_CODE, DISPATCHER, HANDLER, permit, SYSTEM } from './crowd-askers.ts'
import { addEchoCrowd, NEVER, RARE, USUAL } from './echo-crowd.ts'
import { all, bigScans, looked, plansOf } from './explain.ts'
import { openTown, type Town } from './open-town.ts'

const nothing = { params: undefined, query: undefined, body: undefined }
const one = { ...nothing, params: { id: crowdCase(240) } }

describe(`among ${CROWD} matters, 95 % of them closed`, () => {
  let database: Database
  let town: Town & { close(): Promise<void> }
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    town = await openTown(database, 'postgres')
    await town.app.pulse.stop()
    await town.inside(addCrowd)
    await town.inside(addEchoCrowd)
    await sql`analyze`.execute(database.owner)
  })
  afterAll(async () => {
    await town.close()
    await database.close()
  })

  const plans = (who: Actor, work: (tx: Tx) => Promise<unknown>) => plansOf(town, who, work)
  test.each<[string, Actor, ListInput, string[], number]>([
    ['what a department has to do', HANDLER, { box: 'mine' }, ['case_assignment_busy_of_unit'], 3_000],
    ['all that a department may see, newest first', HANDLER, { sort: 'newest' }, ['case_by_opening'], 3_000],
    ['what a community has to do', COMMUNITY, { box: 'mine' }, ['case_open_of_owner'], 600],
    ['what a community’s unit has', COMMUNITY, { box: 'unit' }, ['case_open_of_owner'], 600],
    ['what is open below a community', COMMUNITY, { box: 'below' }, [], 2_500],
    ['what is open in the district, by deadline', DISPATCHER, { open: true }, ['case_open_by_due'], 600],
    ['what is below the command centre', DISPATCHER, { box: 'below' }, ['case_open_by_due'], 600],
    ['all that a community may see, closed too', COMMUNITY, {}, ['case_of_community_by_due'], 1_200],
    ['all of a community, newest', COMMUNITY, { sort: 'newest' }, ['case_of_community_by_opening'], 1_200],
    ['overdue of the wall', DISPATCHER, { overdue: true, counted: true }, ['case_open_by_due'], 600],
    ['the whole list by deadline', DISPATCHER, {}, ['case_by_due'], 600],
    ['the whole list, newest first', DISPATCHER, { sort: 'newest' }, ['case_by_opening'], 600],
    ['one matter by its number', DISPATCHER, { number: 'CROWD-77' }, ['grid_case_tenant_number_key'], 200],
  ])('%s is read through an index', async (_, who, input, indexes, most) => {
    const found = await plans(who, async (tx) => {
      const { page } = await casePage(tx, permit(who, 'case.list'), input)
      expect(page.rows.length).toBeGreaterThan(0)
    })
    expect(bigScans(found)).toEqual([])
    expect(all(found, 'indexes')).toEqual(expect.arrayContaining(indexes))
    expect(looked(found)).toBeLessThan(most)
    // In which states somebody can act is looked up for each matter, not compared with each of them.
    expect(all(found, 'unfolded')).toEqual([])
  })

  test('a matter is in the lists of its place, whichever community was asked about it', async () => {
    const rows = await town.inside(async (tx) => {
      const [id, number] = [crowdCase(50), 'CROWD-50']
      await sql`update grid_case set community_code = '210105003002' where tenant = ${tx.tenant} and id = ${id}`.execute(
        tx.db,
      )
      const { page } = await casePage({ ...tx, actor: COMMUNITY }, permit(COMMUNITY, 'case.list'), { number })
      return page.rows
    })
    expect(rows).toMatchObject([{ id: crowdCase(50), communityCode: '210105003002' }])
  })

  test.each([
    ['department', HANDLER],
    ['community', COMMUNITY],
    ['district', DISPATCHER],
  ])('the inbox counts of a %s look at open matters only', async (_, who) => {
    const found = await plans(who, (tx) => countCases.view(tx, permit(who, 'case.list'), nothing, null))
    expect(bigScans(found).filter((table) => table !== 'alert')).toEqual([])
    expect(looked(found)).toBeLessThan(CROWD)
  })

  test('the second page of a list starts where the first ended', async () => {
    const found = await plans({ ...DISPATCHER }, async (tx) => {
      const reach = permit(DISPATCHER, 'case.list')
      const first = await casePage(tx, reach, { open: true, limit: 100 })
      const second = await casePage(tx, reach, { open: true, limit: 100, cursor: first.page.next ?? '' })
      const both = [...first.page.rows, ...second.page.rows]
      expect(new Set(both.map(({ id }) => id)).size).toBe(200)
      expect(both.map(({ dueAt }) => dueAt)).toEqual(
        both.map(({ dueAt }) => dueAt).sort((a, b) => Number(a) - Number(b)),
      )
    })
    expect(all(found, 'scanned')).not.toContain('grid_case')
    // Two pages; what they name is asked for once.
    expect(found).toHaveLength(3)
  })

  test.each<[string, Actor, (tx: Tx) => Promise<unknown>, RegExp[], number]>([
    [
      'a matter by its id, with assignments and clocks',
      HANDLER,
      (tx) => findCase(tx, permit(HANDLER, 'case.view'), crowdCase(240)),
      [/^grid_case_pkey$/, /^case_assignment_of_case$/, /^clock_of_case$/],
      20,
    ],
    [
      'one matter with all that is shown of it',
      DISPATCHER,
      async (tx) => {
        // The crowd's events are empty shells: its history cannot be told, but everything is read by then.
        await expect(viewCase.view(tx, permit(DISPATCHER, 'case.view'), one, null)).rejects.toThrow()
      },
      [/^case_detail_pkey$/, /^event_2026_tenant_stream_id_stream_version_idx$/],
      200,
    ],
    [
      'what is near one matter',
      DISPATCHER,
      (tx) => nearToCase.view(tx, permit(DISPATCHER, 'case.view'), one, null),
      [/^case_open_/, /^case_detail_pkey$/],
      1_500,
    ],
    [
      'a matter to be changed',
      HANDLER,
      (tx) => lockCase(tx, permit(HANDLER, 'case.view'), crowdCase(240), 2),
      [/^grid_case_pkey$/],
      20,
    ],
    [
      'the timeline of a matter',
      DISPATCHER,
      async (tx) => {
        const { facts } = await findCase(tx, permit(DISPATCHER, 'case.view'), crowdCase(19_999))
        await expect(timelineOf(tx, facts, 'staff')).rejects.toThrow() // the crowd's events are empty shells
      },
      [/^event_2026_tenant_stream_id_stream_version_idx$/],
      30,
    ],
    [
      'the clocks that have run out',
      SYSTEM,
      (tx) => dueMoments(tx, 50),
      [/^clock_due$/, /^clock_rung_due$/],
      400,
    ],
    [
      'photos that nobody claimed',
      SYSTEM,
      (tx) => retireUnclaimed(tx, tx.now, 10),
      [/^file_unclaimed$/],
      450,
    ],
    [
      'whether a command was made before',
      SYSTEM,
      async (tx) => {
        const id = randomUUID()
        await claimOutcome(tx, NOBODY, id, 'case.report', new Uint8Array(32))
        await keepOutcome(tx, NOBODY, id, {})
        expect(await claimOutcome(tx, NOBODY, id, 'case.report', new Uint8Array(32))).toEqual({})
      },
      [/^command_outcome_pkey$/],
      5,
    ],
    ['what happened since', SYSTEM, (tx) => readAfter(tx, 39_900, 50), [/^event_2026_pkey$/], 60],
    [
      'whether the same was read a moment ago',
      HANDLER,
      (tx) => recordRead(tx, 'case.list', null, [randomUUID()]),
      [/^read_ledger_2026_tenant_same_hash_at_idx$/],
      5,
    ],
  ])('%s is found through an index', async (_, who, work, indexes, most) => {
    const found = await plans(who, work)
    expect(bigScans(found)).toEqual([])
    for (const index of indexes) expect(all(found, 'indexes')).toContainEqual(expect.stringMatching(index))
    expect(looked(found)).toBeLessThan(most)
  })

  const wall = (tx: Tx, query: Parameters<typeof showWall.view>[2]['query']) =>
    showWall.view(tx, permit(anonymous, 'public.read'), { params: undefined, query, body: undefined }, null)
  test.each<[string, Parameters<typeof wall>[1], string[], number, number]>([
    ['the newest answers', {}, ['echo_entry_newest'], 12, 400],
    ['the answers of a community', { communityCode: COMMUNITY_CODE }, ['echo_entry_of_community'], 12, 400],
    ['the answers of a subdistrict', { communityCode: '210105003' }, [], 12, 400],
    ['the answers about an item', { itemCode: 'cold' }, ['echo_entry_of_item'], 12, 400],
    ['a rare word', { q: RARE }, ['echo_token_pkey'], 12, 1_000],
    ['a word that nobody wrote', { q: NEVER }, ['echo_token_pkey'], 0, 50],
    [
      'a rare word in a community about an item',
      { q: RARE, communityCode: COMMUNITY_CODE, itemCode: 'lamp' },
      ['echo_token_pkey'],
      12,
      2_000,
    ],
    ['a word that all hold', { q: USUAL }, ['echo_token_pkey'], 12, 25_000],
    ['two words, one of which all hold', { q: `${RARE} ${USUAL}` }, ['echo_token_pkey'], 12, 25_000],
  ])('on the echo wall, %s: through an index', async (_, query, indexes, rows, most) => {
    const found = await plans(anonymous, async (tx) => {
      const { answer } = await wall(tx, query)
      expect(answer.rows).toHaveLength(rows)
    })
    expect(bigScans(found)).toEqual([])
    expect(all(found, 'indexes')).toEqual(expect.arrayContaining(indexes))
    expect(looked(found)).toBeLessThan(most)
  })

  test('what others raised near by, and one answer, look at a few rows only', async () => {
    // The crowd was raised over half a year: a district that looks back as far as it may.
    const value = { public: { metres: 250, days: 365 }, staff: { metres: 1_000, days: 365 } }
    const decided = { seenVersion: 0, effectiveFrom: null, reason: '看全年', value }
    const { status } = await (await town.as('ruleKeeper')).post('/api/settings/mergeRadius', decided)
    expect(status).toBe(200)
    town.clock.advance(65_000)
    const near = await plans(anonymous, async (tx) => {
      const body = { where: { communityCode: COMMUNITY_CODE }, itemCode: 'lamp' }
      const request = { params: undefined, query: undefined, body }
      const { answer } = await showNear.view(tx, permit(anonymous, 'public.read'), request, null)
      expect([answer.open.length, answer.published.length]).toEqual([3, 3])
    })
    const one = await plans(anonymous, async (tx) => {
      const params = { id: crowdCase(240).replace('00000009', '0000000b') }
      const request = { params, query: undefined, body: undefined }
      await showEntry.view(tx, permit(anonymous, 'public.read'), request, null)
    })
    expect(bigScans([...near, ...one])).toEqual([])
    // What is open in one community, and where each of those lies.
    expect(looked(near)).toBeLessThan(1_000)
    expect(looked(one)).toBeLessThan(200)
  })
})
