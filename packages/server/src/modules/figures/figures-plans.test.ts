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
import { countOpen } from './queries/count-open.ts'
import { countSteps } from './queries/count-steps.ts'
import { casesByDue } from './queries/figure-cases.ts'

const OPEN = CROWD
const ELSEWHERE = 40_000
const HOURS = 24 * 200
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
        insert into figure_hour (tenant, hour_at, place_code, registered, answered, closed, closed_on_time, reopened, withdrawn, self_handled, judged, solved, rated, satisfied)
        select 1, timestamptz '2026-03-01Z' + g * interval '1 hour', '210105003' || lpad((1 + p)::text, 3, '0'), 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1
        from generate_series(1, ${HOURS}::int) g, generate_series(0, 4) p`.execute(tx.db)
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
        countSteps(tx, {
          code: '210105',
          from: Date.parse('2026-08-30T16:00Z'),
          until: Date.parse('2026-09-01T16:00Z'),
        }),
      'figure_hour_pkey',
      48 * 5 + 20,
    ],
    [
      'the thirty days of the rates',
      (tx) =>
        countSteps(tx, {
          code: '210105',
          from: Date.parse('2026-08-01T16:00Z'),
          until: Date.parse('2026-08-31T16:00Z'),
        }),
      'figure_hour_pkey',
      24 * 30 * 5 + 20,
    ],
  ])('%s: read through an index, and no more than that', async (_, work, index, most) => {
    const plans = await plansOf(town, DISPATCHER, work)
    const scanned = plans.flatMap((plan) => plan.scanned)
    expect(scanned.filter((table) => ['figure_open', 'figure_hour', 'grid_case'].includes(table))).toEqual([])
    expect(plans.flatMap((plan) => plan.indexes)).toContain(index)
    expect(plans.reduce((sum, plan) => sum + plan.looked, 0)).toBeLessThan(most)
  })
})
