import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { addTenant } from '../../src/platform/tenants.ts'
import { describeOnEachDatabase } from '../support/describe-on-each-database.ts'
import { openTown, type Town } from './open-town.ts'
import { unitId } from './town.ts'

const OTHER = 2
const APPEND_ONLY = ['event', 'read_ledger']

describeOnEachDatabase('the walls around what a district wrote', (database, driver) => {
  let town: Town & { close(): Promise<void> }
  let tables: string[] = []
  beforeAll(async () => {
    const opened: Database = database()
    town = await openTown(opened, driver)
    await addTenant(opened, {
      id: OTHER,
      code: '210106',
      name: '铁西区',
      nameEn: 'Tiexi',
      numberPrefix: 'TX',
      validFrom: '2020-01-01',
    })
    const { caseId } = await town.report({ contact: { phone: '13800138000' } })
    await town.step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await town.step('dispatcher', caseId, 'dispatch', {
      units: [{ unitId: unitId('housing'), role: 'lead' }],
    })
    await (await town.as('housing1')).get(`/api/cases/${caseId}`, { purpose: 'handleCase' })
    await town.caughtUp()
    town.clock.advance(60_000) // the house looks for new tenants twice a minute
    const columns = await town.rows<{ table_name: string }>(
      `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'tenant' and t.table_type = 'BASE TABLE'`,
    )
    tables = columns.map((row) => row.table_name)
  })
  afterAll(() => town.close())

  const count = (table: string, tenant: number, condition = '') =>
    town.inside(async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(table)} ${sql.raw(condition)}`.execute(tx.db)
      return rows[0]?.n ?? 0
    }, tenant)

  test('a query that forgets its tenant finds nothing of another one, in any table', async () => {
    const filled: string[] = []
    for (const table of tables) {
      if ((await count(table, 1)) > 0) filled.push(table)
      expect([table, await count(table, OTHER, 'where tenant <> 2')]).toEqual([table, 0])
    }
    for (const table of [
      'grid_case',
      'case_requester',
      'case_assignment',
      'clock',
      'content',
      'event',
      'read_ledger',
      'command_outcome',
      'unit',
      'post_holding',
      'item',
      'message',
    ])
      expect(filled).toContain(table)
  })

  test('a tenant asked for by its neighbour’s code is refused rows of that neighbour', async () => {
    const { body } = await (await town.as('dispatcher')).get<{ rows?: unknown[]; code?: string }>(
      '/api/cases',
      { headers: { 'x-tenant': '210106' } },
    )
    expect(body).toMatchObject({ code: 'auth.denied' }) // posts are held in a tenant, and in this one there is none
  })

  test.each(
    APPEND_ONLY.flatMap((table) => [
      `update ${table} set tenant = tenant`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]),
  )('the application may not %s', async (statement) => {
    const before = await count('event', 1)
    await expect(town.inside((tx) => sql.raw(statement).execute(tx.db))).rejects.toMatchObject({
      code: expect.stringMatching(/42501|23001/),
    })
    expect(await count('event', 1)).toBe(before)
  })

  test.each([
    'drop table grid_case',
    'alter table event disable trigger all',
    'set role lianxin_owner',
    'create table mine (a int)',
    'select * from auth."user"',
  ])('the application may not %s', async (statement) => {
    await expect(town.inside((tx) => sql.raw(statement).execute(tx.db))).rejects.toMatchObject({
      code: '42501',
    })
  })
})
