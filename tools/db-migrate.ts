import { migrate } from '../packages/server/src/platform/database/migrate.ts'
import { failPlainly } from './fail-plainly.ts'
import { openInstallation, readSettings } from './open-installation.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:migrate

Brings the database up to date. The server does this by itself when it starts, if it knows the owner's
credential (MIGRATION_DATABASE_URL) or uses the embedded database; run it by hand where it does not.
The settings come from the environment or from .env: see .env.example.`

await failPlainly(async () => {
  readArguments(HELP, {})
  const installation = await openInstallation(readSettings())
  try {
    const done = await migrate(installation.database, {
      onApplied: ({ number, name }) => console.log(`Applied ${String(number).padStart(4, '0')}-${name}.`),
    })
    console.log(done.length === 0 ? 'The database is up to date.' : `Applied ${done.length} migrations.`)
  } finally {
    await installation.close()
  }
})
