import { resolve } from 'node:path'
import { backUp } from '../packages/server/src/platform/backup/back-up.ts'
import { failPlainly } from './fail-plainly.ts'
import { openInstallation, readSettings } from './open-installation.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:backup -- <new folder>

Writes all rows and all encrypted files into a folder that can be restored on either database, with checksums.
Rows are read in one snapshot. On the embedded database stop the server first; on PostgreSQL it may go on.

The keys are not in the backup, on purpose: whoever finds it can read no personal field. Keep a copy of
MASTER_KEY (in a demonstration: the folder DATA_DIR/keys) in another place. Without it a backup is worthless.`

await failPlainly(async () => {
  const [folder] = readArguments(HELP, {}).positionals
  if (folder === undefined)
    throw new Error('Name a new folder for the backup: npm run db:backup -- <new folder>')
  const target = resolve(folder)
  const installation = await openInstallation(readSettings())
  try {
    const { database, filesFolder } = installation
    const manifest = await backUp({
      database,
      filesFolder,
      target,
      takenAt: Date.now(),
      onTable: ({ table, rows }) => console.log(`Saved ${rows} rows of ${table}.`),
    })
    console.log(
      `The backup is in ${target}: ${manifest.tables.length} tables, ${manifest.files.length} files.`,
    )
    console.log(
      'The keys are not in it. Keep a copy of them in another place: without them it cannot be read.',
    )
  } finally {
    await installation.close()
  }
})
