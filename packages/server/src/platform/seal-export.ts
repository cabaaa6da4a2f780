import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Appends a seal to a file outside the database, one line each: best on another machine's disk. */
export const sealExport =
  (folder: string) =>
  async (tenant: number, line: string): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await appendFile(join(folder, `seals-${tenant}.ndjson`), `${line}\n`, { mode: 0o600 })
  }
