import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import type { DB } from '../../src/platform/database/schema.ts'
import { runScript } from '../../src/platform/database/transaction.ts'
import { describeOnEachDatabase } from '../support/describe-on-each-database.ts'
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
  map_version: 'one number for the whole map, which is public',
  holiday_year: 'public holidays are the same for everybody',
  place: 'divisions and grids are public and the same for everybody',
  place_area: 'their areas are public too, so that a spatial index may serve them',
}

/** Shows a rule a database with something broken in it, and puts it back. */
const whenBroken = async (
  database: Database,
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

describeOnEachDatabase('the catalogue of the wall between tenants', (database) => {
  it('every table has a tenant, or a reason to have none', async () => {
    expect(await tablesOutsideTenants(database().owner, outsideTenants)).toEqual([])
    expect(
      await whenBroken(database(), 'create table bad (id int primary key)', (db) =>
        tablesOutsideTenants(db, outsideTenants),
      ),
    ).toEqual(['bad has no tenant'])
  })

  it('every tenant table forces the same row-level security', async () => {
    expect(await openWalls(database().owner)).toEqual([])
    for (const script of [
      table,
      `${table} alter table bad enable row level security`,
      `${walled} create policy more on bad using (true)`,
      `${walled} drop policy tenant_wall on bad; create policy tenant_wall on bad using (tenant in (1, 2))`,
      `${walled} alter table bad no force row level security`,
      `create table bad (tenant int not null, id int, primary key (tenant, id)) partition by range (id);
       select enable_tenant_wall('bad'); create table bad_1 partition of bad for values from (1) to (2)`,
    ]) {
      expect(await whenBroken(database(), script, openWalls)).toHaveLength(1)
    }
  })

  it('every key and index begins with the tenant', async () => {
    expect(await keysWithoutTenant(database().owner)).toEqual([])
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
      expect(await whenBroken(database(), script, keysWithoutTenant)).toHaveLength(1)
    }
  })

  it('what happened cannot be changed by the application', async () => {
    expect(await changeableHistory(database().owner)).toEqual([])
    expect(
      await whenBroken(database(), 'grant update, delete on event to lianxin_app', changeableHistory),
    ).toEqual([
      'event is append-only, but lianxin_app may delete it',
      'event is append-only, but lianxin_app may update it',
    ])
  })

  it('the login role can do nothing by itself', async () => {
    expect(await powersOfLogin(database().owner)).toEqual([])
    for (const script of ['grant select on tenant to lianxin_login', 'grant select on event to public']) {
      expect(await whenBroken(database(), script, powersOfLogin)).toHaveLength(1)
    }
  })
})
