import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openPostgres } from '../../src/platform/database/open-postgres.ts'
import { oncePerRun } from './once-per-run.ts'
import { findPostgres, runPostgresProgram } from './postgres-programs.ts'

const TEMPLATE = 'migrated'

/** A database of the test server, with the addresses for the two credentials. */
export interface TestAddress {
  readonly loginUrl: string
  readonly ownerUrl: string
}

const addressOf = (socketFolder: string, database: string): TestAddress => {
  const as = (role: string) =>
    `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
  return { loginUrl: as('lianxin_login'), ownerUrl: as('postgres') }
}

export const openPostgresAt = (
  address: { readonly loginUrl: string; readonly ownerUrl: string | undefined },
  poolSize = 8,
) => openPostgres({ ...address, poolSize, onConnectionLost: () => {} })

const asSuperuser = async (socketFolder: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: addressOf(socketFolder, 'postgres').ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const startCluster = async (folder: string): Promise<string> => {
  const bin = findPostgres()
  const home = join(folder, 'postgres')
  const cluster = join(home, 'cluster')
  mkdirSync(home, { mode: 0o700 })
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', home])
  const made = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  await runPostgresProgram(bin, 'initdb', made)
  const settings = [
    ['listen_addresses', "''"],
    ['unix_socket_directories', home],
    ['max_connections', '200'],
    ['fsync', 'off'],
    ['full_page_writes', 'off'],
  ].map(([name, value]) => `-c ${name}=${value}`)
  const log = join(home, 'log')
  await runPostgresProgram(bin, 'pg_ctl', ['start', '-w', '-D', cluster, '-l', log, '-o', settings.join(' ')])

  await asSuperuser(home, `create database ${TEMPLATE}`)
  const template = openPostgresAt(addressOf(home, TEMPLATE))
  await migrate(template)
  await template.close()
  return home
}

/** Stops the server of a run, if that run used one. */
export const stopCluster = async (folder: string): Promise<void> => {
  const cluster = join(folder, 'postgres', 'cluster')
  if (!existsSync(join(cluster, 'postmaster.pid'))) return
  await runPostgresProgram(findPostgres(), 'pg_ctl', ['stop', '-m', 'immediate', '-D', cluster])
}

let made = 0

/**
 * A new database on the test server, which the first caller of a run starts. With all tables, or `empty`.
 * It goes away with the server.
 */
export const newPostgresDatabase = async (
  folder: string,
  content: 'migrated' | 'empty',
): Promise<TestAddress> => {
  const socketFolder = await oncePerRun(folder, 'postgres-server', () => startCluster(folder))
  made += 1
  const name = `test_${process.pid}_${made}`
  await asSuperuser(
    socketFolder,
    `create database ${name}${content === 'migrated' ? ` template ${TEMPLATE}` : ''}`,
  )
  // The rights on the database itself (0001-roles.sql) do not come along from a template.
  if (content === 'migrated') {
    await asSuperuser(socketFolder, `revoke all on database ${name} from public`)
    await asSuperuser(socketFolder, `grant connect on database ${name} to lianxin_login`)
    await asSuperuser(socketFolder, `grant create on database ${name} to lianxin_owner`)
  }
  return addressOf(socketFolder, name)
}
