import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DataConfig, readDataConfig } from '../packages/server/src/platform/config.ts'
import { claimDataFolder } from '../packages/server/src/platform/data-folder.ts'
import { type Database, openDatabase } from '../packages/server/src/platform/database/open-database.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { projectRoot } from './project-root.ts'

/** The data of an installation, opened by a command. */
export interface Installation {
  readonly config: DataConfig
  readonly database: Database
  /** The folder of encrypted files. */
  readonly filesFolder: string
  readonly close: () => Promise<void>
}

/** The settings that `npm start` would see: the environment, and an `.env` file beside package.json. */
export const readSettings = (): NodeJS.ProcessEnv => {
  const file = join(projectRoot, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/**
 * Opens the database that the settings name. The embedded one can be opened by one process only, so a command
 * refuses with a sentence while the server runs on it; a PostgreSQL server takes both.
 */
export const openInstallation = async (settings: NodeJS.ProcessEnv): Promise<Installation> => {
  const config = readDataConfig(settings)
  const claim = config.DATABASE_URL === undefined ? claimDataFolder(config.DATA_DIR) : undefined
  const database = await openDatabase(config, createLog({ LOG_LEVEL: 'warn', LOG_FILE: config.LOG_FILE }))
  return {
    config,
    database,
    filesFolder: join(config.DATA_DIR, 'files'),
    close: async () => {
      await database.close()
      claim?.release()
    },
  }
}
