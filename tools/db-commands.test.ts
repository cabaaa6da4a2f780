import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, inject, test } from 'vitest'
import { claimDataFolder } from '../packages/server/src/platform/data-folder.ts'
import { openPglite } from '../packages/server/src/platform/database/open-pglite.ts'
import { newFolder } from '../packages/server/test/support/new-folder.ts'
import { migratedImage } from '../packages/server/test/support/pglite-image.ts'
import { newPostgresDatabase, openPostgresAt } from '../packages/server/test/support/test-cluster.ts'
import { projectRoot } from './project-root.ts'

const run = promisify(execFile)
const dataFolder = newFolder()

const command = (name: string, args: readonly string[], env: Record<string, string>) =>
  run(process.execPath, [join(projectRoot, 'tools', `${name}.ts`), ...args], {
    // Set but empty, so that a developer's own .env has no say here.
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataFolder,
      DATABASE_URL: '',
      MIGRATION_DATABASE_URL: '',
      ...env,
    },
  })

const tenantsAt = async (address: { loginUrl: string; ownerUrl: string }) => {
  const database = openPostgresAt(address)
  const rows = await database.owner.selectFrom('tenant').select('name').execute()
  await database.close()
  return rows.map(({ name }) => name)
}

beforeAll(async () => {
  const image = await migratedImage(inject('runFolder'))
  const database = await openPglite({ folder: join(dataFolder, 'pglite'), image })
  await database.owner
    .insertInto('tenant')
    .values({
      id: 1,
      code: '210105',
      name: '皇姑区',
      name_en: 'Huanggu',
      number_prefix: 'HG',
      valid_from: '2022-06-06',
    })
    .execute()
  await database.close()
})

test('db:move carries the embedded database to a PostgreSQL server, and db:backup and db:restore on to a third', {
  timeout: 600_000,
}, async () => {
  const server = await newPostgresDatabase(inject('runFolder'), 'migrated')
  const moved = await command('db-move', [], {
    DATABASE_URL: server.loginUrl,
    MIGRATION_DATABASE_URL: server.ownerUrl,
  })
  expect(moved.stdout).toContain('Moved 1 rows of tenant.')
  expect(await tenantsAt(server)).toEqual(['皇姑区'])
  expect(await readdir(dataFolder)).not.toContain('moving')

  const backup = join(dataFolder, 'backup')
  const saved = await command('db-backup', [backup], {
    DATABASE_URL: server.loginUrl,
    MIGRATION_DATABASE_URL: server.ownerUrl,
  })
  expect(saved.stdout).toContain('The keys are not in it.')

  const third = await newPostgresDatabase(inject('runFolder'), 'empty')
  await command('db-restore', [backup], {
    DATABASE_URL: third.loginUrl,
    MIGRATION_DATABASE_URL: third.ownerUrl,
  })
  expect(await tenantsAt(third)).toEqual(['皇姑区'])
})

test.each(['db-backup', 'db-restore', 'db-migrate', 'figures-rebuild'])(
  '%s refuses with a sentence while a server runs on the embedded database',
  async (name) => {
    const claim = claimDataFolder(dataFolder)
    const refused = command(name, name.startsWith('db') ? [join(dataFolder, 'other')] : [], {})
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stderr: `The data folder ${dataFolder} is in use by process ${process.pid}: stop that one first, or set DATA_DIR to another folder.\n`,
    })
    claim.release()
  },
)

test.each(['db-migrate', 'db-backup', 'db-restore', 'db-move', 'db-types', 'figures-rebuild'])(
  '%s --help says what it does',
  async (name) => {
    const { stdout } = await command(name, ['--help'], {})
    expect(stdout).toMatch(/^npm run (db|figures):\w+/)
  },
)
