import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCrowd, CROWD } from '../../../test/scenarios/crowd.ts'
import { plansOf } from '../../../test/scenarios/explain.ts'
import { openTown, type Town } from '../../../test/scenarios/open-town.ts'
import { unitId } from '../../../test/scenarios/town.ts'
import { openTestDatabase } from '../../../test/support/describe-on-each-database.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Database } from '../../platform/database/open-database.ts'
import { addTenant } from '../../platform/tenants.ts'
import { placeRates } from '../rating/index.ts'
import { countOpen } from './queries/count-open.ts'
import { countStepsByHour } from './queries/count-steps.ts'
import { casesByDue } from './queries/figure-cases.ts'

const OPEN = CROWD
const ELSEWHERE = 40_000
const HOURS = 24 * 200
const ROUNDS = 60_000
const DISPATCHER: Actor = {
  kind: 'account',
  accountId: randomUUID(),
  post: { id: randomUUID(), title: '', role: 'dispatcher', unitId: unitId('centre'), placeCode: '210105' },
}

describe(`with ${OPEN} open matters and ${HOURS} hours of history`, () => {
  let database: Database
  let town: Town & { close(): Promise<void> }
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    town = await openTown(database, 'postgres')
    await town.app.pulse.stop()
    await town.inside(addCrowd)
    await addTenant(database, {
      ...{ id: 2, code: '210106', name: '铁西区', nameEn: 'Tiexi', numberPrefix: 'TX' },
      validFrom: '2020-01-01',
    })
    await town.inside(async (tx) => {
      await sql`
        insert into figure_open (tenant, case_id, kind, kind_version, state, place_code, opened_at, due_at)
        select 2, gen_random_uuid(), 'request', 1, 'handling', '210105001001', timestamptz '2026-09-01Z', timestamptz '2026-09-01Z' + g * interval '1 minute'
        from generate_series(1, ${ELSEWHERE}::int) g`.execute(tx.db)
    }, 2)
    await town.inside(async (tx) => {
      // As if all of them were open: a district of a hundred such communities.
      await sql`
        insert into figure_open (tenant, case_id, kind, kind_version, state, place_code, owner_unit_id, opened_at, due_at)
        select tenant, id, kind, kind_version, state, place_code, owner_unit_id, opened_at, coalesce(due_at, opened_at + interval '200 days') from grid_case`.execute(
        tx.db,
      )
      await sql`
        insert into figure_hour (tenant, hour_at, place_code, registered, answered, closed, reopened, withdrawn, self_handled)
        select 1, timestamptz '2026-03-01Z' + g * interval '1 hour', '210105003' || lpad((1 + p)::text, 3, '0'), 1, 1, 1, 0, 0, 0
        from generate_series(1, ${HOURS}::int) g, generate_series(0, 4) p`.execute(tx.db)
    })
    // A year of matters: one in ten late, the last four hundred open, the last month a twelfth.
    await town.inside(async (tx) => {
      await sql`
        insert into rating_round (tenant, case_id, round, seq, kind, place_code, rung, started_at, ended_at, ending, late_from, judged_at, solved, satisfaction, excluded)
        select 1, gen_random_uuid(), 0, g, 'request', '210105003' || lpad((1 + g % 50)::text, 3, '0'), 'community', started, ended, case when ended is not null then 'closed' end,
          case when g % 10 = 0 then started + interval '2 days' end, ended, case when ended is not null then true end, case when ended is not null then 5 end, false
        from (select g, timestamptz '2025-09-01Z' + g * interval '520 seconds' as started,
          case when g <= ${ROUNDS - 400}::int then timestamptz '2025-09-01Z' + g * interval '520 seconds' + interval '3 days' end as ended from generate_series(1, ${ROUNDS}::int) g) x`.execute(
        tx.db,
      )
      await sql`
        insert into rating_late (tenant, case_id, round, unit_id, led, late_from)
        select tenant, case_id, round, gen_random_uuid(), true, late_from from rating_round where late_from is not null`.execute(
        tx.db,
      )
    })
    await sql`vacuum analyze figure_open`.execute(database.owner)
    await sql`analyze`.execute(database.owner)
  })
  afterAll(async () => {
    await town.close()
    await database.close()
  })

  test.each<[string, (tx: Tx) => Promise<unknown>, string, number]>([
    [
      'what is open in a subdistrict, by community',
      (tx) => countOpen(tx, '210105003', 12),
      'figure_open_of_place',
      OPEN + 50,
    ],
    [
      'what is open in a community',
      (tx) => countOpen(tx, '210105003007', 15),
      'figure_open_of_place',
      OPEN / 50 + 20,
    ],
    [
      'the next deadlines of a district',
      (tx) => casesByDue(tx, '210105', true, 12),
      'figure_open_by_due',
      // Twelve matters with the names that belong to them; units and places are small tables.
      2_500,
    ],
    [
      'the two days of the chart',
      (tx) =>
        countStepsByHour(tx, {
          code: '210105',
          from: Date.parse('2026-08-30T16:00Z'),
          until: Date.parse('2026-09-01T16:00Z'),
        }),
      'figure_hour_pkey',
      48 * 5 + 20,
    ],
    [
      'the thirty days of the rates',
      (tx) => placeRates(tx, '210105', [Date.parse('2026-08-01T16:00Z'), Date.parse('2026-08-31T16:00Z')]),
      'rating_round_judged',
      // What was judged, what was closed, and what is open or late of it; the late ones of the whole year once.
      ROUNDS / 2,
    ],
  ])('%s: read through an index, and no more than that', async (_, work, index, most) => {
    const plans = await plansOf(town, DISPATCHER, work)
    const scanned = plans.flatMap((plan) => plan.scanned)
    expect(
      scanned.filter((table) => ['figure_open', 'figure_hour', 'grid_case', 'rating_round'].includes(table)),
    ).toEqual([])
    expect(plans.flatMap((plan) => plan.indexes)).toContain(index)
    expect(plans.reduce((sum, plan) => sum + plan.looked, 0)).toBeLessThan(most)
  })
})
