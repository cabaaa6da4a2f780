import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const projectRoot = join(import.meta.dirname, '../..')
/** The promise of the product: ready in 90 s the first time. Slow machines get as much again. */
const patienceMs = 180_000

export interface Account {
  readonly username: string
  readonly password: string
}

/** The real server, started as `npm start` does, on a data folder of its own. */
export interface RunningServer {
  /** Stays the same over restarts. */
  readonly url: string
  /** Accounts by user name, as printed. */
  readonly accounts: ReadonlyMap<string, Account>
  /** Everything that it has printed since its last start. */
  readonly output: () => string
  /** `kill -9`: nothing is written, closed or said any more. */
  readonly killHard: () => Promise<void>
  /** Starts again on the same folder and port, after `killHard`. */
  readonly startAgain: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** A line such as `  grid.mudan.01   abcd-efgh-jkmn   …`. */
const accountLine = /^\s+([a-z][a-z0-9.]*)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})\s/gm

const accountsIn = (output: string): ReadonlyMap<string, Account> =>
  new Map(
    [...output.matchAll(accountLine)].map(([, username = '', password = '']) => [
      username,
      { username, password },
    ]),
  )

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  return answer?.ok === true
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts a server and waits until it is ready. The demonstration district is in it. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-journey-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let output = ''
  let child: ChildProcess | undefined

  const start = async (): Promise<void> => {
    output = ''
    const started = spawn(process.execPath, [join(projectRoot, 'tools/start.ts')], {
      cwd: folder,
      env: {
        ...process.env,
        // What a test runner sets for itself is not how people start it.
        NODE_ENV: undefined,
        MODE: 'demo',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
        DATA_DIR: folder,
        LOG_FILE: join(folder, 'server.log'),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    started.stdout.on('data', collect)
    started.stderr.on('data', collect)
    const deadline = performance.now() + patienceMs
    while (!(await isReady(url))) {
      if (started.exitCode !== null) throw new Error(`The server ended while starting:\n${output}`)
      if (performance.now() > deadline) {
        started.kill('SIGKILL')
        throw new Error(`The server was not ready after ${patienceMs / 1000} s:\n${output}`)
      }
      await pause(200)
    }
  }

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined) return
    child.kill(signal)
    await endOf(child)
    child = undefined
  }

  await start()
  // It listens a moment before it prints.
  for (let turn = 0; turn < 50 && accountsIn(output).size === 0; turn += 1) await pause(100)
  const accounts = accountsIn(output)
  return {
    url,
    accounts,
    output: () => output,
    killHard: () => end('SIGKILL'),
    startAgain: start,
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
