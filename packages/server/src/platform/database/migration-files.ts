import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file of packages/server/migrations. */
export interface MigrationFile {
  readonly number: number
  readonly name: string
  /** The module that owns the tables in it, from its first line. */
  readonly owner: string
  readonly sql: string
  /** Of the text with line ends as LF, so that a checkout on another system is the same migration. */
  readonly sha256: string
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url))

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/
const FIRST_LINE = /^-- owner: ([a-z][a-z0-9-]*)$/

const readMigration = async (folder: string, file: string): Promise<MigrationFile> => {
  const [, number, name] = FILE_NAME.exec(file) ?? []
  if (number === undefined || name === undefined) {
    throw new Error(`The migration ${file} must be called NNNN-name.sql.`)
  }
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  const owner = FIRST_LINE.exec(text.split('\n', 1)[0] ?? '')?.[1]
  if (owner === undefined) throw new Error(`The migration ${file} must begin with "-- owner: <module>".`)
  return {
    number: Number(number),
    name,
    owner,
    sql: text,
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

/** All migrations in order. Numbers may have gaps (modules are built side by side) but never a double. */
export const readMigrations = async (folder = MIGRATIONS_FOLDER): Promise<readonly MigrationFile[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)))
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index - 1]?.number === migration.number) {
      throw new Error(`Two migrations have the number ${migration.number}.`)
    }
  }
  return migrations
}
