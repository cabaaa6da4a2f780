import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { claimDataFolder, DataFolderInUse } from '../../src/platform/data-folder.ts'

/** Runs `build` in one of the test processes and gives its answer to all of them; the others wait. */
export const oncePerRun = async (
  folder: string,
  name: string,
  build: () => Promise<string>,
): Promise<string> => {
  const answer = join(folder, `${name}.done`)
  for (;;) {
    if (existsSync(answer)) return readFileSync(answer, 'utf8')
    try {
      const claim = claimDataFolder(join(folder, `${name}.lock`))
      try {
        if (existsSync(answer)) continue
        writeFileSync(`${answer}.new`, await build())
        renameSync(`${answer}.new`, answer)
      } finally {
        claim.release()
      }
    } catch (error) {
      if (!(error instanceof DataFolderInUse)) throw error
      await pause(100)
    }
  }
}
