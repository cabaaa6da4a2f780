import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../packages/server/src/kernel/actor.ts'
import type { World } from '../../packages/server/src/kernel/ports.ts'
import { inTenant } from '../../packages/server/src/kernel/tx.ts'
import { rebuildFigures } from '../../packages/server/src/modules/figures/index.ts'
import { databaseKeyStore } from '../../packages/server/src/platform/crypto/database-key-store.ts'
import { openKeyring } from '../../packages/server/src/platform/crypto/keyring.ts'
import { hashPassword } from '../../packages/server/src/platform/crypto/password.ts'
import { migrate } from '../../packages/server/src/platform/database/migrate.ts'
import { openPostgres } from '../../packages/server/src/platform/database/open-postgres.ts'
import { inTransaction } from '../../packages/server/src/platform/database/transaction.ts'
import { startApp } from '../cluster/app-process.ts'
import type { ScratchCluster } from '../cluster/scratch-cluster.ts'
import { COLUMNS } from './case-rows.ts'
import { layOutDistricts } from './lay-out-districts.ts'
import { loadInThreads } from './load-threads.ts'
import { withoutIndexes } from './without-indexes.ts'

/** What a filled scratch folder holds, and the secrets that belong to it. */
export type Filling = {
  readonly cases: number
  readonly events: number
  readonly tenants: number
  readonly masterKey: string
  readonly sessionSecret: string
  readonly password: string
  readonly filledInSeconds: number
}

const markerIn = (folder: string) => join(folder, 'filled.json')
export const isFilled = (folder: string): boolean => existsSync(markerIn(folder))

const secret = () => randomBytes(32).toString('base64')

/** Everything that a server needs to serve the matters: migrated, laid out, loaded, analysed. Once per folder. */
export async function fill(
  cluster: ScratchCluster,
  folder: string,
  wanted: { cases: number; tenants: number },
  say: (line: string) => void,
): Promise<Filling> {
  const marker = markerIn(folder)
  if (isFilled(folder)) {
    const found = JSON.parse(readFileSync(marker, 'utf8')) as Filling
    if (found.cases === wanted.cases && found.tenants === wanted.tenants) return found
    throw new Error(
      `${folder} holds ${found.cases} matters of ${found.tenants} tenants: name another folder, or delete it.`,
    )
  }
  const started = performance.now()
  const keys = { masterKey: secret(), sessionSecret: secret(), password: secret() }
  const database = openPostgres({
    ...{ loginUrl: cluster.url('lianxin_login'), ownerUrl: cluster.url('postgres'), poolSize: 4 },
    onConnectionLost: () => {},
  })
  const clock = { now: () => Date.now() }
  try {
    say('Making tables')
    await migrate(database)
    const keyring = openKeyring({
      masterKey: Buffer.from(keys.masterKey, 'base64'),
      store: databaseKeyStore(database),
      clock,
    })
    const world: World = {
      clock,
      wall: clock,
      database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
      keysOf: (tenant) => keyring.forTenant(tenant),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }
    say(`Laying out ${wanted.tenants} districts`)
    const demo = await cluster.superuser((client) => layOutDistricts(world, database, client, wanted.tenants))
    await meetSubscribers(cluster, folder, keys, wanted.tenants)
    // The keys of every tenant are made before two threads could make them twice.
    for (let tenant = 1; tenant <= wanted.tenants; tenant++) await keyring.forTenant(tenant)
    const events = await withoutIndexes(cluster, Object.keys(COLUMNS), say, () =>
      loadInThreads(
        cluster,
        { ...wanted, masterKey: keys.masterKey, demoWords: demo.matters.map((matter) => matter.words) },
        say,
      ),
    )
    await cluster.superuser((client) => client.query('analyze'))
    say('Counting figures')
    for (let tenant = 1; tenant <= wanted.tenants; tenant++)
      await inTenant(world, tenant, systemActor('bench'), (tx) => rebuildFigures(tx))
    say('Finishing')
    await finish(cluster, await hashPassword(keys.password))
    const filling: Filling = {
      ...{ ...wanted, events, ...keys },
      filledInSeconds: Math.round((performance.now() - started) / 1000),
    }
    writeFileSync(marker, JSON.stringify(filling), { mode: 0o600 })
    return filling
  } finally {
    await database.close()
  }
}

/**
 * A server that runs for a moment writes the position of each of its subscribers: they are moved to the end later. It visits
 * only tenants in which something has happened, so each is said to have an event.
 */
async function meetSubscribers(
  cluster: ScratchCluster,
  folder: string,
  keys: { masterKey: string; sessionSecret: string },
  tenants: number,
): Promise<void> {
  const urls = { databaseUrl: cluster.url('lianxin_login'), ownerUrl: cluster.url('postgres') }
  await cluster.superuser((client) =>
    client.query('insert into tenant_head (tenant, seq) select id, 1 from tenant'),
  )
  const app = await startApp({ ...urls, ...keys, dataDir: join(folder, 'data'), poolSize: 10 })
  const met = () =>
    cluster.superuser(async (client) => {
      const { rows } = await client.query<{ met: boolean }>(
        `select count(*) > 0 and bool_and(n = $1) as met from (select count(*) as n from subscriber_position group by name) s`,
        [tenants],
      )
      return rows[0]?.met === true
    })
  while (!(await met())) await new Promise((resolve) => setTimeout(resolve, 500))
  await app.stop()
  await cluster.superuser((client) => client.query('delete from tenant_head'))
}

/** Foreign keys are looked at, subscribers stand at the end of history, every holder of a post can sign in. */
async function finish(cluster: ScratchCluster, passwordHash: string): Promise<void> {
  await cluster.superuser(async (client) => {
    for (const [table, column, other, key] of FOREIGN_KEYS) {
      const orphans = await client.query(
        `select 1 from ${table} a left join ${other} b on b.tenant = a.tenant and b.${key} = a.${column}
         where a.${column} is not null and b.${key} is null limit 1`,
      )
      if (orphans.rowCount !== 0) throw new Error(`${table}.${column} points at rows that do not exist`)
    }
    await client.query(
      'update subscriber_position p set seq = h.seq from tenant_head h where h.tenant = p.tenant',
    )
    await client.query(
      `insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", "createdAt", "updatedAt")
       select account_id, n, account_id || '@account.invalid', false, n, n, moment, moment
       from (select h.account_id, 'b' || h.tenant || '.' || replace(h.account_id::text, '-', '') as n, h.valid_from as moment
         from post_holding h join post p on p.tenant = h.tenant and p.id = h.post_id
         where p.role in ('gridWorker', 'communitySecretary', 'communityWorker', 'dispatcher')) s`,
    )
    await client.query(
      `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
       select gen_random_uuid(), id, 'credential', id, $1, "createdAt", "createdAt" from auth."user"`,
      [passwordHash],
    )
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}

const FOREIGN_KEYS = [
  ['grid_case', 'owner_unit_id', 'unit', 'id'],
  ['grid_case', 'item_code', 'item', 'code'],
  ['case_detail', 'case_id', 'grid_case', 'id'],
  ['case_requester', 'case_id', 'grid_case', 'id'],
  ['case_assignment', 'case_id', 'grid_case', 'id'],
  ['case_assignment', 'unit_id', 'unit', 'id'],
  ['clock', 'case_id', 'grid_case', 'id'],
  ['clock', 'assignment_id', 'case_assignment', 'id'],
] as const
