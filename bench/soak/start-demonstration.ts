import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HOUR_MS } from '@lianxin/contract'
import { openServer } from '../../packages/server/src/main.ts'
import { readConfig } from '../../packages/server/src/platform/config.ts'
import { freePort, startNode } from '../cluster/app-process.ts'
import { type ScratchCluster, startScratchCluster } from '../cluster/scratch-cluster.ts'
import { playEve } from './eve/play-eve.ts'
import { setDay } from './set-day.ts'
import type { SoakSettings } from './soak-settings.ts'

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))
/** The first start fills the district, which takes a busy machine some minutes. */
const PATIENCE_MS = 600_000

export interface Demonstration {
  readonly url: string
  readonly pid: number
  readonly keysFolder: string
  readonly logFile: string
  /** Clocks that cannot run out on this day, with why. */
  readonly unreached: readonly string[]
  /** Settings under which its database can be opened once the server has ended. */
  readonly env: Readonly<Record<string, string>>
  /** Ends the server and leaves the database. */
  readonly stopServer: () => Promise<void>
  readonly stopDatabase: () => Promise<void>
}

/** How long before the day the district is filled, in its minutes: longer than that takes. */
const EVE_MINUTES = 30

/**
 * Starts a demonstration of the soak's own, as `npm start` does, on the embedded database or on a PostgreSQL. Before that the
 * weeks are played in which the matters began whose clocks run out on the day.
 */
export async function startDemonstration(
  settings: SoakSettings,
  say: (line: string) => void,
): Promise<Demonstration> {
  const { folder, postgres, profileTo, fromMinute, hours } = settings
  const dataDir = join(folder, 'demonstration')
  const logFile = join(folder, 'server.log')
  mkdirSync(folder, { recursive: true })
  rmSync(logFile, { force: true })
  const cluster: ScratchCluster | undefined = postgres
    ? await startScratchCluster(folder, { loading: false })
    : undefined
  const stopDatabase = async () => cluster?.stop()
  const env = {
    MODE: 'demo',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    LOG_FILE: logFile,
    ...(cluster
      ? { DATABASE_URL: cluster.url('lianxin_login'), MIGRATION_DATABASE_URL: cluster.url('postgres') }
      : {}),
  }
  try {
    const begin = setDay(dataDir, fromMinute, EVE_MINUTES)
    let unreached: readonly string[] = []
    const beforeItRuns = async (app: Parameters<typeof playEve>[0]) => {
      say('Playing the weeks before')
      unreached = await playEve(app, { begin, end: begin + hours * HOUR_MS })
    }
    const eve = await openServer(readConfig(env), { say, beforeItRuns })
    await eve.close()
    if (setDay(dataDir, fromMinute, 1) !== begin)
      throw new Error('The weeks before took longer than half an hour: begin again.')
    say('Starting the demonstration')
    const port = await freePort()
    const listening = { HOST: '127.0.0.1', PORT: String(port) }
    const profile = profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`] : []
    const server = await startNode(
      [...profile, MAIN],
      port,
      '/healthz',
      { ...env, ...listening },
      PATIENCE_MS,
    )
    const url = `http://127.0.0.1:${port}`
    const keysFolder = join(dataDir, 'keys')
    return {
      url,
      pid: server.pid,
      keysFolder,
      logFile,
      unreached,
      env,
      stopServer: server.stop,
      stopDatabase,
    }
  } catch (error) {
    await stopDatabase()
    throw error
  }
}
