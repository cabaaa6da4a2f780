import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openPglite } from '../../src/platform/database/open-pglite.ts'
import type { DB } from '../../src/platform/database/schema.ts'
import { runScript } from '../../src/platform/database/transaction.ts'
import {
  changeableHistory,
  keysWithoutTenant,
  openWalls,
  powersOfLogin,
  tablesOutsideTenants,
} from './tenant-wall.ts'

/** Table → why its rows belong to no tenant. */
const outsideTenants: Readonly<Record<string, string>> = {
  migration: 'it tells about the database itself',
  tenant: 'it says which tenants exist',
  holiday_year: 'public holidays are the same for everybody',
  place: 'divisions and grids are public and the same for everybody',
  place_area: 'their areas are public too, so that a spatial index may serve them',
}

let database: Database
beforeAll(async () => {
  database = await openPglite({})
  await migrate(database)
})
afterAll(() => database.close())

/** Shows a rule a database with something broken in it, and puts it back. */
const whenBroken = async (
  script: string,
  rule: (db: Kysely<DB>) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  let faults: readonly string[] = []
  const undo = new Error('undo')
  await database.owner
    .transaction()
    .execute(async (trx) => {
      await runScript(trx, script)
      faults = await rule(trx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return faults
}

const table = 'create table bad (tenant int not null, id int, primary key (tenant, id));'
const walled = `${table} select enable_tenant_wall('bad');`

describe('the wall between tenants', () => {
  it('every table has a tenant, or a reason to have none', async () => {
    expect(await tablesOutsideTenants(database.owner, outsideTenants)).toEqual([])
    expect(
      await whenBroken('create table bad (id int primary key)', (db) =>
        tablesOutsideTenants(db, outsideTenants),
      ),
    ).toEqual(['bad has no tenant'])
  })

  it('every tenant table forces the same row-level security', async () => {
    expect(await openWalls(database.owner)).toEqual([])
    for (const script of [
      table,
      `${table} alter table bad enable row level security`,
      `${walled} create policy more on bad using (true)`,
      `${walled} drop policy tenant_wall on bad; create policy tenant_wall on bad using (tenant in (1, 2))`,
      `${walled} alter table bad no force row level security`,
      `create table bad (tenant int not null, id int, primary key (tenant, id)) partition by range (id);
       select enable_tenant_wall('bad'); create table bad_1 partition of bad for values from (1) to (2)`,
    ]) {
      expect(await whenBroken(script, openWalls)).toHaveLength(1)
    }
  })

  it('every key and index begins with the tenant', async () => {
    expect(await keysWithoutTenant(database.owner)).toEqual([])
    for (const script of [
      'create table bad (id int primary key, tenant int not null)',
      'create table bad (tenant int not null)',
      'create table bad (tenant bigint not null, id int, primary key (tenant, id))',
      `${walled} create index on bad (id)`,
      `${walled} create index on bad ((id + 1), tenant)`,
      `create table good (tenant int not null, id int, primary key (tenant, id), unique (tenant, id));
       create table bad (tenant int not null, id int, other int, primary key (tenant, id),
         foreign key (other, id) references good (tenant, id))`,
    ]) {
      expect(await whenBroken(script, keysWithoutTenant)).toHaveLength(1)
    }
  })

  it('what happened cannot be changed by the application', async () => {
    expect(await changeableHistory(database.owner)).toEqual([])
    expect(await whenBroken('grant update, delete on event to lianxin_app', changeableHistory)).toEqual([
      'event is append-only, but lianxin_app may delete it',
      'event is append-only, but lianxin_app may update it',
    ])
  })

  it('the login role can do nothing by itself', async () => {
    expect(await powersOfLogin(database.owner)).toEqual([])
    for (const script of ['grant select on tenant to lianxin_login', 'grant select on event to public']) {
      expect(await whenBroken(script, powersOfLogin)).toHaveLength(1)
    }
  })

  it('a query that forgets its tenant sees nothing of others, and one without a tenant is an error', async () => {
    const seen = async (tenant: string) =>
      database.app.transaction().execute(async (trx) => {
        await runScript(trx, `set local role lianxin_app; ${tenant}`)
        return (await sql<{ tenant: number }>`select tenant from tenant_head`.execute(trx)).rows
      })
    await database.owner.transaction().execute(async (trx) => {
      await runScript(
        trx,
        `insert into tenant (id, code, name, name_en, number_prefix, valid_from)
           values (1, '210105', '一', 'One', 'AA', '2025-01-01'), (2, '210106', '二', 'Two', 'BB', '2025-01-01');
         set local app.tenant = 1; insert into tenant_head (tenant, seq) values (1, 0);
         set local app.tenant = 2; insert into tenant_head (tenant, seq) values (2, 0);`,
      )
    })
    expect(await seen('set local app.tenant = 1')).toEqual([{ tenant: 1 }])
    expect(await seen('set local app.tenant = 2')).toEqual([{ tenant: 2 }])
    await expect(seen('')).rejects.toThrow(/app\.tenant|type integer: ""/)
  })
})
