import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const DEBIAN = '/usr/lib/postgresql'

/** The folder with initdb and pg_ctl of the newest PostgreSQL (15 or later) on this machine. */
export const findPostgres = (): string => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : []
  const folder = versions
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)
    .map((version) => join(DEBIAN, String(version), 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
  if (folder === undefined) {
    throw new Error(
      'The bench needs a PostgreSQL 15 or later with PostGIS: on Debian `apt-get install postgresql-postgis`.',
    )
  }
  return folder
}

const run = promisify(execFile)

/** Runs a PostgreSQL program; as the user postgres where we are root, because the server refuses root. */
export const runPostgresProgram = async (
  bin: string,
  program: string,
  args: readonly string[],
): Promise<void> => {
  const path = join(bin, program)
  await (process.getuid?.() === 0
    ? run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: '/' })
    : run(path, args, { cwd: '/' }))
}
