import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { copyFiles, listFiles } from './copy-files.ts'
import { listTables, listTenants } from './list-tables.ts'
import { BackupProblem, FILES, MANIFEST, type Manifest, type SavedTable } from './manifest.ts'
import { saveTable } from './save-table.ts'

export interface BackUpOptions {
  readonly database: Database
  /** The folder of encrypted files; absent where files do not travel (a move on the same machine). */
  readonly filesFolder?: string
  /** Must not exist or be empty. It appears under this name only when it is complete. */
  readonly target: string
  /** Epoch milliseconds. */
  readonly takenAt: number
  readonly onTable?: (saved: SavedTable) => void
}

const refuseUsed = async (target: string): Promise<void> => {
  const entries = await readdir(target).catch(() => [])
  if (entries.length > 0)
    throw new BackupProblem(`The folder ${target} is not empty: name a new one for the backup.`)
}

/**
 * Writes everything but the keys into a folder that either driver can be restored from. All tables are read in
 * one snapshot, so that they agree with each other while people go on working.
 */
export const backUp = async (options: BackUpOptions): Promise<Manifest> => {
  const { database, target } = options
  await refuseUsed(target)
  const draft = `${target}.unfinished`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })

  const fromTables = await database.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const { rows: migrations } = await sql<Manifest['migrations'][number]>`
        select number, name, sha256 from migration order by number`.execute(trx)
      const tenants = await listTenants(trx)
      const tables: SavedTable[] = []
      for (const shape of await listTables(trx)) {
        const saved = await saveTable(trx, shape, tenants, draft)
        options.onTable?.(saved)
        tables.push(saved)
      }
      return { migrations, tables }
    })

  // After the tables: what they point at was there before them.
  const { filesFolder } = options
  const files =
    filesFolder === undefined
      ? []
      : await copyFiles(filesFolder, join(draft, FILES), await listFiles(filesFolder))

  const manifest: Manifest = { format: 1, takenAt: options.takenAt, ...fromTables, files }
  await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  await rm(target, { recursive: true, force: true })
  await rename(draft, target)
  return manifest
}
