import { resolve } from 'node:path'
import { restore } from '../packages/server/src/platform/backup/restore.ts'
import { failPlainly } from './fail-plainly.ts'
import { openInstallation, readSettings } from './open-installation.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:restore -- <folder of a backup>

Puts a backup into the empty database and the empty files folder that the settings name. It checks every
checksum first, refuses a database that has rows, and restores as a whole or not at all.

Give the server the keys that belong to the backup (MASTER_KEY, or DATA_DIR/keys) before you start it.`

await failPlainly(async () => {
  const [folder] = readArguments(HELP, {}).positionals
  if (folder === undefined) throw new Error('Name the backup: npm run db:restore -- <folder of a backup>')
  const installation = await openInstallation(readSettings())
  try {
    const { database, filesFolder } = installation
    const manifest = await restore({
      database,
      filesFolder,
      source: resolve(folder),
      onTable: ({ table, rows }) => console.log(`Restored ${rows} rows of ${table}.`),
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored and counted ${rows} rows and ${manifest.files.length} files.`)
    console.log('Start the server with the keys that belong to this backup.')
  } finally {
    await installation.close()
  }
})
