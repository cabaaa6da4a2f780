import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres, runPostgresProgram } from './postgres-programs.ts'

const gigabytes = (share: number) => `${Math.max(1, Math.round((totalmem() * share) / 2 ** 30))}GB`

/** Durable, and as large as docs/operations.md says. Everything else is PostgreSQL's default. */
export const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: gigabytes(1 / 4),
  effective_cache_size: gigabytes(3 / 4),
  random_page_cost: '1.1',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  max_connections: '120',
} as const

/** While it is filled: what a crash would leave is thrown away, so nothing need reach the disk in order. */
const LOADING = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
  ...{ wal_level: 'minimal', max_wal_senders: '0', checkpoint_timeout: '1h', maintenance_work_mem: '1GB' },
} as const

/** So that the server's own log can be asked which statements an operation sends. */
const LOGGING = {
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'pglog',
  log_filename: 'server',
  log_file_mode: '0644',
  log_rotation_age: '0',
  log_rotation_size: '0',
} as const

const DATABASE = 'bench'

export type ScratchCluster = {
  readonly binaries: string
  readonly socketFolder: string
  readonly logFile: string
  readonly database: string
  /** Address of the database as a role; `postgres` is the superuser of this server. */
  url(role: string): string
  superuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A PostgreSQL server of the bench's own: made in `folder` if there is none yet, reached by a socket only. */
export async function startScratchCluster(
  folder: string,
  { loading }: { loading: boolean },
): Promise<ScratchCluster> {
  const binaries = findPostgres()
  const home = join(folder, 'postgres')
  const cluster = join(home, 'cluster')
  if (!existsSync(cluster)) {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', home])
    const made = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
    await runPostgresProgram(binaries, 'initdb', made)
  }
  const own = loading ? { ...SETTINGS, ...LOADING } : SETTINGS
  const all = { ...own, ...LOGGING, listen_addresses: "''", unix_socket_directories: home }
  const settings = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
  const start = [
    'start',
    '-w',
    '-t',
    '120',
    '-D',
    cluster,
    '-l',
    join(home, 'start.log'),
    '-o',
    settings.join(' '),
  ]
  await runPostgresProgram(binaries, 'pg_ctl', start)
  const url = (role: string, database = DATABASE) =>
    `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(home)}`
  const as = async <T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  await as(url('postgres', 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })
  return {
    binaries,
    socketFolder: home,
    logFile: join(cluster, 'pglog', 'server.json'),
    database: DATABASE,
    url,
    superuser: (work) => as(url('postgres'), work),
    stop: () => runPostgresProgram(binaries, 'pg_ctl', ['stop', '-w', '-m', 'fast', '-D', cluster]),
  }
}
