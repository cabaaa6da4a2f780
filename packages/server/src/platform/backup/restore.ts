import { join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../../generated/db.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { type MigrationFile, readMigrations } from '../database/migration-files.ts'
import { copyFiles, listFiles } from './copy-files.ts'
import { listTables, listTenants, type TableShape } from './list-tables.ts'
import { countRows, loadTable } from './load-table.ts'
import { BackupProblem, FILES, type Manifest, readVerified, type SavedTable } from './manifest.ts'
import { withoutForeignKeys } from './without-foreign-keys.ts'

export interface RestoreOptions {
  readonly database: Database
  /** Absent where files do not travel. Must not exist or be empty. */
  readonly filesFolder?: string
  /** The backup's folder. */
  readonly source: string
  readonly now?: () => number
  readonly onTable?: (saved: SavedTable) => void
}

/** The migrations that the backup's database had had, from this program's files. */
const migrationsOf = async (manifest: Manifest): Promise<readonly MigrationFile[]> => {
  const files = await readMigrations()
  return manifest.migrations.map((had) => {
    const file = files.find(({ sha256 }) => sha256 === had.sha256)
    if (file === undefined) {
      throw new BackupProblem(
        `The backup was made by another version of the program (migration ${had.number}, ${had.name}, is not known here): restore it with that version or a newer one.`,
      )
    }
    return file
  })
}

const refuseUsedDatabase = async (database: Database): Promise<void> => {
  for (const { schema, table, walled } of await listTables(database.owner)) {
    if (walled) continue // nothing can be in it without a row in `tenant`
    const { rows } = await sql`select from ${sql.id(schema, table)} limit 1`.execute(database.owner)
    if (rows.length > 0) {
      throw new BackupProblem(
        `The database is not empty (there are rows in ${table}): restore into a new one, so that nothing can be lost.`,
      )
    }
  }
}

const refuseUsedFolder = async (folder: string | undefined): Promise<void> => {
  if (folder !== undefined && (await listFiles(folder)).length > 0) {
    throw new BackupProblem(
      `The folder ${folder} is not empty: restore into a new one, so that nothing can be lost.`,
    )
  }
}

const shapeOf = (shapes: readonly TableShape[], saved: SavedTable): TableShape => {
  const shape = shapes.find(({ schema, table }) => schema === saved.schema && table === saved.table)
  if (shape === undefined)
    throw new BackupProblem(`The backup has a table ${saved.table} that the database has not.`)
  return shape
}

const fill = async (trx: Transaction<DB>, manifest: Manifest, options: RestoreOptions): Promise<void> => {
  const shapes = await listTables(trx)
  await sql`set local app.tenant = 0`.execute(trx)
  await withoutForeignKeys(trx, async () => {
    for (const saved of manifest.tables) {
      await loadTable(trx, shapeOf(shapes, saved), saved, options.source)
      options.onTable?.(saved)
    }
  })
  const tenants = await listTenants(trx)
  for (const saved of manifest.tables) {
    const found = await countRows(trx, shapeOf(shapes, saved), tenants)
    if (found !== saved.rows) {
      throw new BackupProblem(
        `Nothing was restored: ${saved.schema}.${saved.table} has ${found} rows instead of ${saved.rows}.`,
      )
    }
  }
}

/**
 * Puts a backup into an empty database of either driver. Everything is checked first; the rows come in one
 * transaction, so a restore happens as a whole or not at all. Migrations that are newer than the backup run
 * afterwards, on the restored rows.
 */
export const restore = async (options: RestoreOptions): Promise<Manifest> => {
  const { database, source } = options
  const manifest = await readVerified(source)
  const migrations = await migrationsOf(manifest)
  await refuseUsedDatabase(database)
  await refuseUsedFolder(options.filesFolder)

  const clock = options.now === undefined ? {} : { now: options.now }
  await migrate(database, { migrations, ...clock })
  await database.owner.transaction().execute((trx) => fill(trx, manifest, options))
  if (options.filesFolder !== undefined) {
    await copyFiles(
      join(source, FILES),
      options.filesFolder,
      manifest.files.map(({ path }) => path),
    )
  }
  await migrate(database, clock)
  return manifest
}
