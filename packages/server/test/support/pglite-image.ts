import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../../src/platform/database/migrate.ts'
import { readMigrations } from '../../src/platform/database/migration-files.ts'
import { openPglite } from '../../src/platform/database/open-pglite.ts'
import { oncePerRun } from './once-per-run.ts'

const CACHE = fileURLToPath(new URL('../../../../.cache/test-databases/', import.meta.url))

/**
 * An embedded database that has had the first migration, as a file. Making one takes many seconds (initdb and
 * PostGIS), so it is kept between runs, under a name that changes with the migration and the driver's version.
 */
const firstMigrationImage = async (folder: string): Promise<string> => {
  const [first] = await readMigrations()
  if (first === undefined) throw new Error('there are no migrations')
  const version = readFileSync(
    new URL('../package.json', import.meta.resolve('@electric-sql/pglite')),
    'utf8',
  )
  const name = createHash('sha256').update(`${version} ${first.sha256}`).digest('hex').slice(0, 16)
  const path = join(CACHE, `${name}.tar`)
  return oncePerRun(folder, 'pglite-first-image', async () => {
    if (existsSync(path)) return path
    mkdirSync(CACHE, { recursive: true })
    const database = await openPglite({})
    await migrate(database, { migrations: [first] })
    writeFileSync(`${path}.${process.pid}`, await database.dump())
    renameSync(`${path}.${process.pid}`, path)
    await database.close()
    return path
  })
}

/** An embedded database with all tables, as a file to start from; made once per run. */
export const migratedImage = async (folder: string): Promise<string> => {
  const first = await firstMigrationImage(folder)
  return oncePerRun(folder, 'pglite-image', async () => {
    const path = join(folder, 'pglite.tar')
    const database = await openPglite({ image: first })
    await migrate(database)
    writeFileSync(path, await database.dump())
    await database.close()
    return path
  })
}
