import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/database.ts'
import { backUp } from './back-up.ts'
import type { Manifest, SavedTable } from './manifest.ts'
import { restore } from './restore.ts'

export interface MoveOptions {
  readonly from: Database
  /** Must be empty. */
  readonly to: Database
  /** A folder that both may use meanwhile; left as it was. */
  readonly workFolder: string
  readonly takenAt: number
  readonly onTable?: (saved: SavedTable) => void
}

/** Carries all rows from one database to another. Files and keys stay where they are: the folder is the same. */
export const move = async ({ from, to, workFolder, takenAt, onTable }: MoveOptions): Promise<Manifest> => {
  const between = join(workFolder, 'moving')
  await rm(between, { recursive: true, force: true })
  try {
    await backUp({ database: from, target: between, takenAt })
    return await restore({
      database: to,
      source: between,
      now: () => takenAt,
      ...(onTable === undefined ? {} : { onTable }),
    })
  } finally {
    await rm(between, { recursive: true, force: true })
  }
}
