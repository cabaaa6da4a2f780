import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type RunningProcess = {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

const HERE = fileURLToPath(new URL('../..', import.meta.url))

/** Lets a server listen on this machine at a port that is free; returns which. */
export async function listenHere(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listenHere(server)
  server.close()
  await once(server, 'close')
  return port
}

export type AppSettings = {
  readonly databaseUrl: string
  readonly ownerUrl: string
  readonly dataDir: string
  readonly masterKey: string
  readonly sessionSecret: string
  readonly poolSize: number
  /** Where its messages go; absent: they wait. */
  readonly gatewayUrl?: string
  /** Root of the checkout whose server is started; absent = this one. */
  readonly checkout?: string
  /** Folder for a CPU profile that is written when the process ends. */
  readonly profileTo?: string
}

/** Starts the server as an operator does: a process of its own, production mode, settings in the environment. */
export async function startApp(settings: AppSettings): Promise<RunningProcess> {
  const port = await freePort()
  const main = join(settings.checkout ?? HERE, 'packages/server/src/main.ts')
  const profile = settings.profileTo ? ['--cpu-prof', `--cpu-prof-dir=${settings.profileTo}`] : []
  return startNode([...profile, main], port, '/healthz', {
    MODE: 'production',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TRUST_PROXY: '127.0.0.1',
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl,
    MIGRATION_DATABASE_URL: settings.ownerUrl,
    DB_POOL_SIZE: String(settings.poolSize),
    MASTER_KEY: settings.masterKey,
    SESSION_SECRET: settings.sessionSecret,
    ...(settings.gatewayUrl
      ? { SMS_GATEWAY_URL: settings.gatewayUrl, SMS_GATEWAY_SECRET: randomBytes(32).toString('base64') }
      : {}),
    LOG_LEVEL: 'warn',
    LOG_FILE: join(settings.dataDir, 'server.log'),
  })
}

/** Runs Node on a file and waits until it answers at `path`. */
export async function startNode(
  args: readonly string[],
  port: number,
  path: string,
  env: Readonly<Record<string, string>>,
  patienceMs = 120_000,
): Promise<RunningProcess> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const gone = once(child, 'exit')
  const give = () => child.kill('SIGKILL')
  process.once('exit', give)
  for (const start = performance.now(); ; ) {
    if (child.exitCode !== null) throw new Error(`a server ended before it was ready:\n${said}`)
    const answered = await fetch(`http://127.0.0.1:${port}${path}`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) break
    if (performance.now() - start > patienceMs)
      throw new Error(`a server was not ready after ${patienceMs / 1000} s:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      process.removeListener('exit', give)
      child.kill('SIGTERM')
      await gone
    },
  }
}
