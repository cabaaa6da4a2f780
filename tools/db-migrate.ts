import { readConfig } from '../packages/server/src/platform/config.ts'
import { claimDataFolder } from '../packages/server/src/platform/data-folder.ts'
import { migrate } from '../packages/server/src/platform/database/migrate.ts'
import { openDatabase } from '../packages/server/src/platform/database/open-database.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:migrate

Brings the database up to date. The server does this by itself when it starts, if it knows the owner's
credential (MIGRATION_DATABASE_URL) or uses the embedded database; run it by hand where it does not.
The settings come from the environment: see .env.example.`

await failPlainly(async () => {
  readArguments(HELP, {})
  const config = readConfig()
  const claim = config.DATABASE_URL === undefined ? claimDataFolder(config.DATA_DIR) : undefined
  const database = await openDatabase(config, createLog(config))
  try {
    const done = await migrate(database, {
      onApplied: ({ number, name }) => console.log(`Applied ${String(number).padStart(4, '0')}-${name}.`),
    })
    console.log(done.length === 0 ? 'The database is up to date.' : `Applied ${done.length} migrations.`)
  } finally {
    await database.close()
    claim?.release()
  }
})
