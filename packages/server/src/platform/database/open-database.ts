import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { DataConfig } from '../config.ts'
import type { Database } from './database.ts'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

export type { Database } from './database.ts'

/**
 * Opens the database that the settings name: PostgreSQL by `DATABASE_URL`, else the embedded one in
 * `DATA_DIR/pglite`. The data folder must have been claimed before (see data-folder.ts): two processes on
 * one embedded database destroy it. Runs no migration.
 */
export const openDatabase = async (config: DataConfig, log: Logger): Promise<Database> => {
  if (config.DATABASE_URL !== undefined) {
    return openPostgres({
      loginUrl: config.DATABASE_URL,
      ownerUrl: config.MIGRATION_DATABASE_URL,
      poolSize: config.DB_POOL_SIZE,
      onConnectionLost: (error) => log.warn({ err: error }, 'a resting database connection was lost'),
    })
  }
  const folder = join(config.DATA_DIR, 'pglite')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return openPglite({ folder, cache: join(config.DATA_DIR, 'cache') })
}
