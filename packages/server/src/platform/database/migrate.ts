import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../generated/db.ts'
import type { Database } from './database.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'
import { timestamp } from './parameters.ts'
import { inTransaction, runScript } from './transaction.ts'

/** Why the database could not be brought up to date, as a sentence for the person who started it. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

export interface MigrateOptions {
  readonly migrations?: readonly MigrationFile[]
  /** The moment written beside each migration, in epoch milliseconds. */
  readonly now?: () => number
  readonly onApplied?: (migration: MigrationFile) => void
}

/** Any number will do, as long as nothing else in this database uses it. */
const ADVISORY_LOCK = 5_210_105

const readApplied = async (db: Kysely<DB>): Promise<readonly Applied[]> => {
  const { rows } = await sql<{ present: boolean }>`
    select to_regclass('public.migration') is not null as present`.execute(db)
  if (rows[0]?.present !== true) return []
  return (await sql<Applied>`select number, name, sha256 from migration order by number`.execute(db)).rows
}

/** What this program and that database disagree about, or nothing. */
const disagreement = (files: readonly MigrationFile[], applied: readonly Applied[]): string | undefined => {
  for (const done of applied) {
    const file = files.find(({ number }) => number === done.number)
    if (file === undefined) {
      return `The database has had migration ${done.number} (${done.name}), which this version of the program does not know: start the newer version.`
    }
    if (file.sha256 !== done.sha256) {
      return `Migration ${done.number} (${done.name}) has been changed after it was applied: restore the file and put the change into a new migration.`
    }
  }
  return undefined
}

const apply = async (trx: Transaction<DB>, migration: MigrationFile, now: number): Promise<void> => {
  // The first migration makes the roles, so it cannot run as one of them.
  await runScript(trx, migration.number === 1 ? 'set local role none' : 'set local role lianxin_owner')
  await runScript(trx, migration.sql)
  await sql`
    insert into migration (number, name, sha256, applied_at)
    values (${migration.number}, ${migration.name}, ${migration.sha256}, ${timestamp(now)})`.execute(trx)
}

const PERMISSION_DENIED = '42501'

const inASentence = (migration: MigrationFile, error: unknown): unknown => {
  if (!(error instanceof Error && 'code' in error && error.code === PERMISSION_DENIED)) return error
  const advice =
    migration.number === 1
      ? 'It must be able to create roles, schemas and the PostGIS extension: let the administrator of the database give it these rights, or run the first statements of packages/server/migrations/0001-roles.sql (roles and extension) beforehand.'
      : 'It must be a member of the role lianxin_owner: let the administrator of the database grant it.'
  return new MigrationRefused(
    `The credential in MIGRATION_DATABASE_URL lacks a right that migration ${migration.number} (${migration.name}) needs: ${error.message}. ${advice}`,
    { cause: error },
  )
}

/** Without the owner's credential there is nothing to do but to see that somebody else has done it. */
const refuseUnlessUpToDate = async (database: Database, files: readonly MigrationFile[]): Promise<void> => {
  const applied = await inTransaction(database, 'set local role lianxin_app', readApplied).catch(() => [])
  const problem = disagreement(files, applied)
  if (problem !== undefined) throw new MigrationRefused(problem)
  const missing = files.length - applied.length
  if (missing > 0) {
    throw new MigrationRefused(
      `The database lacks ${missing} of ${files.length} migrations: run \`npm run db:migrate\` with MIGRATION_DATABASE_URL, or start the server with it.`,
    )
  }
}

/**
 * Brings the database up to date: each migration that it has not had runs in a transaction of its own, in the
 * order of numbers. Only one process at a time does this; a second one waits and then finds nothing to do.
 * There is no way back: a mistake is mended by the next migration. Returns the migrations that were applied.
 * Without the owner's credential it only checks that none is missing.
 */
export const migrate = async (
  database: Database,
  options: MigrateOptions = {},
): Promise<readonly MigrationFile[]> => {
  const files = options.migrations ?? (await readMigrations())
  const now = options.now ?? Date.now
  const done: MigrationFile[] = []
  if (!database.hasOwner) {
    await refuseUnlessUpToDate(database, files)
    return done
  }

  await database.owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`.execute(connection)
    try {
      const applied = await readApplied(connection)
      const problem = disagreement(files, applied)
      if (problem !== undefined) throw new MigrationRefused(problem)
      const had = new Set(applied.map(({ number }) => number))
      for (const migration of files.filter(({ number }) => !had.has(number))) {
        try {
          await connection.transaction().execute((trx) => apply(trx, migration, now()))
        } catch (error) {
          throw inASentence(migration, error)
        }
        done.push(migration)
        options.onApplied?.(migration)
      }
    } finally {
      await sql`select pg_advisory_unlock(${ADVISORY_LOCK})`.execute(connection)
    }
  })
  return done
}
