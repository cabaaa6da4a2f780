import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migratedImage } from '../test/support/pglite-image.ts'
import { newPostgresDatabase, openPostgresAt } from '../test/support/test-cluster.ts'
import { testWorld } from '../test/support/test-world.ts'
import { recordRead } from './kernel/read-ledger.ts'
import { inTenant } from './kernel/tx.ts'
import { uuidV7 } from './kernel/uuid.ts'
import { ledger } from './modules/ledger/index.ts'
import { testClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { claimDataFolder } from './platform/data-folder.ts'
import type { Database } from './platform/database/database.ts'
import { openPglite } from './platform/database/open-pglite.ts'
import { createLog } from './platform/log.ts'
import { sealExport } from './platform/seal-export.ts'
import { addTenant } from './platform/tenants.ts'
import { verifyInstallation } from './verify-installation.ts'

const log = createLog({ LOG_LEVEL: 'silent', LOG_FILE: undefined })
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxin-verify-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A tenant with one sealed row, exported to `seals` in the folder. */
async function fill(database: Database): Promise<void> {
  const world = testWorld(database, testClock('2026-03-02T09:00:00+08:00'))
  await addTenant(database, {
    id: 1,
    code: '210105',
    name: '皇姑区',
    nameEn: 'Huanggu',
    numberPrefix: 'HG',
    validFrom: '2020-01-01',
  })
  await inTenant(world, 1, { kind: 'account', accountId: uuidV7(1), post: null }, (tx) =>
    recordRead(tx, 'case.view', null, [uuidV7(1)]),
  )
  await ledger({ exportSeal: sealExport(join(folder, 'seals')) }).jobs?.[0]?.run(world, 1)
}

const verify = (env: NodeJS.ProcessEnv) =>
  verifyInstallation(readConfig({ MODE: 'demo', DATA_DIR: folder, ...env }), log, () => {})
const SOUND = [{ tenant: '210105', verdict: { sound: true, seals: 1, rows: 1, exported: 1, waiting: 0 } }]

test('an installation on PostgreSQL is checked with the credential of the server, and a changed export is found', async () => {
  const address = await newPostgresDatabase(inject('runFolder'), 'migrated')
  const database = openPostgresAt(address)
  await fill(database)
  await database.close()
  expect(await verify({ DATABASE_URL: address.loginUrl })).toEqual(SOUND)
  const line = {
    tenant: 1,
    number: 2,
    sealedAt: 1,
    rowCount: 1,
    root: '0'.repeat(64),
    previous: '0'.repeat(64),
  }
  await appendFile(join(folder, 'seals', 'seals-1.ndjson'), `${JSON.stringify(line)}\n`)
  expect(await verify({ DATABASE_URL: address.loginUrl })).toEqual([
    { tenant: '210105', verdict: { sound: false, fault: 'sealGone', seal: 2, row: null } },
  ])
})

test('an embedded installation is checked while no server runs on it', async () => {
  const database = await openPglite({
    image: await migratedImage(inject('runFolder')),
    folder: join(folder, 'pglite'),
  })
  await fill(database)
  await database.close()
  expect(await verify({})).toEqual(SOUND)
  const claim = claimDataFolder(folder)
  await expect(verify({})).rejects.toThrow(/in use by process \d+/)
  claim.release()
})

test('where there is no database yet, a sentence says so and nothing is made', async () => {
  await expect(verify({})).rejects.toThrow('There is no database in')
})
