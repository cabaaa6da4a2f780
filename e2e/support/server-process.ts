import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const projectRoot = join(import.meta.dirname, '../..')
/** The promise of the product is 90 s for the first start; a build machine that does other things gets more. */
const patienceMs = 480_000

export interface Place {
  readonly folder: string
  readonly port: number
  /** Settings beyond the usual ones, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>
}

/** One run of the server's process. */
export interface ServerProcess {
  /** Everything that it has printed. */
  readonly output: () => string
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

export const urlOf = ({ port }: Pick<Place, 'port'>): string => `http://127.0.0.1:${port}`

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  return answer?.ok === true
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts the server as `npm start` does and waits until it is ready. */
export async function startProcess(place: Place): Promise<ServerProcess> {
  const url = urlOf(place)
  const child = spawn(process.execPath, [join(projectRoot, 'tools/start.ts')], {
    cwd: place.folder,
    env: {
      ...process.env,
      // What a test runner sets for itself is not how people start it.
      NODE_ENV: undefined,
      MODE: 'demo',
      HOST: '127.0.0.1',
      PORT: String(place.port),
      PUBLIC_URL: url,
      DATA_DIR: place.folder,
      LOG_FILE: join(place.folder, 'server.log'),
      ...place.settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await endOf(child)
  }
  const deadline = performance.now() + patienceMs
  // It listens a moment before it says so.
  while (!(output.includes(`is ready: ${url}`) && (await isReady(url)))) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${output}`)
    if (performance.now() > deadline) {
      await end('SIGKILL')
      throw new Error(`The server was not ready after ${patienceMs / 1000} s:\n${output}`)
    }
    await pause(200)
  }
  return { output: () => output, end }
}
