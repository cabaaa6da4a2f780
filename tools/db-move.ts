import { join } from 'node:path'
import { move } from '../packages/server/src/platform/backup/move.ts'
import { failPlainly } from './fail-plainly.ts'
import { openInstallation, readSettings } from './open-installation.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:move

Carries an installation from the embedded database in DATA_DIR to the PostgreSQL that DATABASE_URL and
MIGRATION_DATABASE_URL name. That database must be empty. Files and keys stay in DATA_DIR, and so does the
embedded database: delete DATA_DIR/pglite yourself when you are satisfied. Stop the server first.`

await failPlainly(async () => {
  readArguments(HELP, {})
  const settings = readSettings()
  if (!settings['DATABASE_URL'] || !settings['MIGRATION_DATABASE_URL']) {
    throw new Error(
      'Set DATABASE_URL and MIGRATION_DATABASE_URL to the PostgreSQL that the data shall move to.',
    )
  }
  const embedded = { ...settings, DATABASE_URL: undefined, MIGRATION_DATABASE_URL: undefined }
  const from = await openInstallation(embedded)
  const to = await openInstallation(settings)
  try {
    const { tables } = await move({
      from: from.database,
      to: to.database,
      workFolder: from.config.DATA_DIR,
      takenAt: Date.now(),
      onTable: ({ table, rows }) => console.log(`Moved ${rows} rows of ${table}.`),
    })
    console.log(`Moved and counted ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows.`)
    console.log(`Keep ${join(from.config.DATA_DIR, 'files')}, and the keys that the data was encrypted with.`)
  } finally {
    await to.close()
    await from.close()
  }
})
