import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileOf = (folder: string, tenant: number): string => join(folder, `seals-${tenant}.ndjson`)

/**
 * Writes a seal to a file outside the database: best on another machine's disk. Each line is on the disk before the
 * answer, and begins on a line of its own even where a killed process left half a line behind.
 */
export const sealExport =
  (folder: string) =>
  async (tenant: number, line: string): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(fileOf(folder, tenant), 'a', 0o600)
    try {
      await file.write(`\n${line}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  }

/** The lines that were exported for a tenant, oldest first; none where nothing was exported yet. */
export async function readSealExport(folder: string, tenant: number): Promise<readonly string[]> {
  try {
    return (await readFile(fileOf(folder, tenant), 'utf8')).split('\n').filter((line) => line !== '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
