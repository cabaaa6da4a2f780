import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What went wrong with a backup, as a sentence for the person who asked for it. */
export class BackupProblem extends Error {
  override name = 'BackupProblem'
}

/** A table of the backup: one line per row in `file`, each a JSON array of the columns as PostgreSQL writes them. */
export interface SavedTable {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Below the backup's folder; gzip of UTF-8 lines. */
  readonly file: string
  readonly sha256: string
}

/** An encrypted file of the installation, kept as it is. */
export interface SavedFile {
  /** Below `files/` in the backup and below the files folder of the installation. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** `manifest.json` of a backup: everything that is in it, so that nothing can be missing or altered unseen. */
export interface Manifest {
  readonly format: 1
  /** Epoch milliseconds at which the snapshot was taken. */
  readonly takenAt: number
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[]
  readonly tables: readonly SavedTable[]
  readonly files: readonly SavedFile[]
}

export const MANIFEST = 'manifest.json'
export const FILES = 'files'

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Reads a backup's manifest and compares every file with it. Throws a sentence that names the first difference. */
export const readVerified = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupProblem(`${folder} is not a backup: it has no ${MANIFEST}.`)
  })
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1) {
    throw new BackupProblem(`The backup in ${folder} was made by a newer version of the program.`)
  }
  const expected = [
    ...manifest.tables.map(({ file, sha256 }) => ({ path: file, sha256 })),
    ...manifest.files.map(({ path, sha256 }) => ({ path: join(FILES, path), sha256 })),
  ]
  for (const { path, sha256 } of expected) {
    const found = await sha256Of(join(folder, path)).catch(() => 'missing')
    if (found !== sha256) {
      throw new BackupProblem(
        `The backup in ${folder} is damaged: ${path} is ${found === 'missing' ? 'missing' : 'altered'}.`,
      )
    }
  }
  return manifest
}
