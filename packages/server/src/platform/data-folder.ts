import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The folder is in use; the message is a sentence for the person who tried to start. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

/** An exclusive claim on a data folder. */
export interface DataFolderClaim {
  readonly folder: string
  readonly release: () => void
}

// The lock lives as long as its object: keep it from the garbage collector.
const held = new Set<DatabaseSync>()

const holderOf = (noteFile: string): string => {
  try {
    return `process ${readFileSync(noteFile, 'utf8').trim()}`
  } catch {
    return 'another process'
  }
}

/**
 * Claims a data folder for this process, creating it if needed. The claim is a lock that the operating system
 * holds on a file (by way of SQLite, which Node brings along), so it ends with the process however that ends:
 * after `kill -9` the next start finds the folder free, and a process id that was given out again deceives nobody.
 *
 * @throws DataFolderInUse when another process has it
 */
export const claimDataFolder = (dir: string): DataFolderClaim => {
  const folder = resolve(dir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const noteFile = join(folder, 'lock-holder')
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = off; begin exclusive')
  } catch (error) {
    lock.close()
    if (!(error instanceof Error && 'errcode' in error && error.errcode === 5)) throw error
    throw new DataFolderInUse(
      `The data folder ${folder} is in use by ${holderOf(noteFile)}: stop that one first, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  held.add(lock)
  writeFileSync(noteFile, `${process.pid}\n`)
  return {
    folder,
    release: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}
