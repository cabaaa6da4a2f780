import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopCluster } from './test-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that the tests of this run share; gone afterwards, with the database server in it. */
    readonly runFolder: string
  }
}

const PREFIX = 'lianxin-tests-'

const remove = async (folder: string): Promise<void> => {
  await stopCluster(folder).catch(() => {}) // not running any more, which is what we want
  rmSync(folder, { recursive: true, force: true })
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Clears up after runs that were killed. */
const removeAbandoned = async (): Promise<void> => {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const pid = Number(entry.slice(PREFIX.length).split('-')[0])
    if (Number.isInteger(pid) && !isRunning(pid)) await remove(join(tmpdir(), entry))
  }
}

/** Vitest's global set-up. Starts nothing: the first test that wants a database does. */
export default async (project: TestProject) => {
  await removeAbandoned()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // The user postgres must be able to reach its part of it.
  chmodSync(folder, 0o711)
  project.provide('runFolder', folder)
  return async () => {
    if (existsSync(folder)) await remove(folder)
  }
}
