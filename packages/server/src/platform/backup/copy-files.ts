import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type SavedFile, sha256Of } from './manifest.ts'

/** Half-written files of the vault; they belong to no row yet. */
const UNFINISHED = 'incoming'

/** The paths of all finished files below a folder; none when there is no such folder. */
export const listFiles = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(UNFINISHED))
    .sort()
}

/**
 * Copies files as they are, encrypted. One that disappears meanwhile was erased by right, and is left out:
 * files are never altered, so those that the snapshot points at are whole.
 */
export const copyFiles = async (
  from: string,
  to: string,
  paths: readonly string[],
): Promise<readonly SavedFile[]> => {
  const saved: SavedFile[] = []
  for (const path of paths) {
    const target = join(to, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    try {
      await copyFile(join(from, path), target, constants.COPYFILE_EXCL)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue
      throw error
    }
    saved.push({ path, bytes: (await stat(target)).size, sha256: await sha256Of(target) })
  }
  return saved
}
