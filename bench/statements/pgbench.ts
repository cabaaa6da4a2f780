import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ScratchCluster } from '../cluster/scratch-cluster.ts'
import { CONNECTIONS } from '../drive/measure.ts'
import type { Operation } from '../drive/operations.ts'
import { type Timing, timingOf } from '../drive/timing.ts'
import type { Captured } from './capture.ts'
import { preparedNames, scriptOf } from './pgbench-script.ts'

/** pgbench takes at most 128 scripts. */
const SCRIPTS_AT_MOST = 100

const run = promisify(execFile)

/** Sessions are opened and statements planned meanwhile, by whomever is measured; it is not counted. */
export const WARM_SECONDS = 3

/** Repeats captured statements at as many connections as the application had, and says how fast the database alone is. */
export async function runPgbench(
  cluster: ScratchCluster,
  folder: string,
  captured: readonly Captured[],
  writes: Operation['writes'],
  seconds: number,
): Promise<Timing> {
  const home = join(folder, 'pgbench')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const scripts = captured.slice(0, SCRIPTS_AT_MOST).flatMap((one, index) => {
    const path = join(home, `request-${index}.sql`)
    writeFileSync(path, scriptOf(one, writes))
    return ['-f', path]
  })
  const flags = preparedNames(captured.slice(0, SCRIPTS_AT_MOST)).flatMap((name) => ['-D', `${name}=0`])
  const { stderr } = await run(
    join(cluster.binaries, 'pgbench'),
    [
      ...['-n', '-M', 'simple', '-c', String(CONNECTIONS), '-j', '1', '-T', String(WARM_SECONDS + seconds)],
      ...['-h', cluster.socketFolder, '-U', 'lianxin_login', '-l', ...flags, ...scripts, cluster.database],
    ],
    // Plans are kept as the application's sessions keep them.
    {
      cwd: home,
      maxBuffer: 64 << 20,
      env: { ...process.env, PGOPTIONS: '-c plan_cache_mode=force_generic_plan' },
    },
  )
  if (/aborted|ERROR/.test(stderr)) throw new Error(`pgbench: ${stderr.slice(0, 2_000)}`)
  const ended = readdirSync(home)
    .filter((name) => name.startsWith('pgbench_log'))
    .flatMap((name) => readFileSync(join(home, name), 'utf8').trim().split('\n'))
    .map((line) => line.split(' ').map(Number))
    .map(([, , microseconds = 0, , at = 0, fraction = 0]) => ({
      ms: microseconds / 1000,
      at: at + fraction / 1e6,
    }))
  const first = Math.min(...ended.map(({ at }) => at))
  return timingOf(
    ended.filter(({ at }) => at > first + WARM_SECONDS).map(({ ms }) => ms),
    seconds,
  )
}
