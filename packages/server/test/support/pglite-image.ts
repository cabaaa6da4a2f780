import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type MigrationFile, readMigrations } from '../../src/platform/database/migration-files.ts'
import { openPglite } from '../../src/platform/database/open-pglite.ts'
import { oncePerRun } from './once-per-run.ts'

const CACHE = fileURLToPath(new URL('../../../../.cache/test-databases/', import.meta.url))

/** Changes whenever the file would: with the migrations, the driver, or how a database is made. */
const nameFor = (migrations: readonly MigrationFile[]): string => {
  const hash = createHash('sha256')
  for (const file of ['pglite-worker.ts', 'postgis-bundle.ts']) {
    hash.update(readFileSync(new URL(`../../src/platform/database/${file}`, import.meta.url)))
  }
  hash.update(readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite'))))
  for (const { sha256 } of migrations) hash.update(sha256)
  return `${hash.digest('hex').slice(0, 16)}-${migrations.length}.tar`
}

/**
 * The database after these migrations. The first one takes many seconds (initdb and PostGIS), so its image is
 * kept apart: after a change in a later migration only the later ones run again.
 */
const imageAfter = async (migrations: readonly MigrationFile[]): Promise<string> => {
  const path = join(CACHE, nameFor(migrations))
  if (existsSync(path)) return path
  const before = migrations.length > 1 ? { image: await imageAfter(migrations.slice(0, 1)) } : {}
  const database = await openPglite(before)
  await migrate(database, { migrations })
  writeFileSync(`${path}.${process.pid}`, await database.dump())
  await database.close()
  renameSync(`${path}.${process.pid}`, path)
  return path
}

const removeOldImages = (): void => {
  const twoDaysAgo = Date.now() - 2 * 24 * 60 * 60 * 1000
  for (const entry of readdirSync(CACHE)) {
    if (statSync(join(CACHE, entry)).mtimeMs < twoDaysAgo) rmSync(join(CACHE, entry))
  }
}

/** An embedded database with all tables, as a file to start from; made once and kept between runs. */
export const migratedImage = (folder: string): Promise<string> =>
  oncePerRun(folder, 'pglite-image', async () => {
    mkdirSync(CACHE, { recursive: true })
    removeOldImages()
    return imageAfter(await readMigrations())
  })
