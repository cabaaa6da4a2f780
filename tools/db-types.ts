import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Column, describeTables } from '../packages/server/src/platform/database/describe-tables.ts'
import { migrate } from '../packages/server/src/platform/database/migrate.ts'
import { openPglite } from '../packages/server/src/platform/database/open-pglite.ts'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run db:types [-- --check]

Writes the TypeScript types of all tables from the migrations, by running them on a database in memory.
--check writes nothing and fails when the committed types differ.`

const TARGET = fileURLToPath(new URL('../packages/server/src/generated/db.ts', import.meta.url))

const PLAIN = new Map([
  ...['int2', 'int4', 'int8', 'float4', 'float8'].map((type) => [type, 'number'] as const),
  ...['text', 'varchar', 'bpchar', 'uuid', 'numeric', 'date', 'time', 'timestamp', 'interval'].map(
    (type) => [type, 'string'] as const,
  ),
  ['geometry', 'string'],
  ['bool', 'boolean'],
  ['bytea', 'Uint8Array'],
])

const plainType = (column: Column, type: string): string => {
  const plain = PLAIN.get(type)
  if (plain === undefined) {
    throw new Error(
      `${column.table}.${column.name} has the type ${type}, which tools/db-types.ts does not know.`,
    )
  }
  return plain
}

const columnType = (column: Column): string => {
  const orNull = column.nullable ? ' | null' : ''
  if (column.type === 'timestamptz') return column.nullable ? 'NullableTimestampColumn' : 'TimestampColumn'
  if (column.type === 'jsonb') return column.nullable ? 'NullableJsonColumn' : 'JsonColumn'
  const plain = column.type.startsWith('_')
    ? `readonly ${plainType(column, column.type.slice(1))}[]`
    : plainType(column, column.type)
  if (column.filled === 'always') return `Computed<${plain}${orNull}>`
  if (column.filled === 'by default') return `Filled<${plain}${orNull}>`
  return plain + orNull
}

const pascalCase = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The file imports nothing of ours, so that every layer of the server may import it. */
const HEAD = `// Written by \`npm run db:types\` from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways, RawBuilder } from 'kysely'

type Moment = RawBuilder<number>
/** timestamptz: read as epoch milliseconds, written with timestamp(). */
type TimestampColumn = ColumnType<number, Moment, Moment>
type NullableTimestampColumn = ColumnType<number | null, Moment | null | undefined, Moment | null>
type JsonValue = RawBuilder<unknown>
/** jsonb: read as what it is (check before use), written with json(). */
type JsonColumn = ColumnType<unknown, JsonValue, JsonValue>
type NullableJsonColumn = ColumnType<unknown, JsonValue | null | undefined, JsonValue | null>
/** A column with a default, and one that the database alone fills. */
export type Filled<T> = Generated<T>
export type Computed<T> = GeneratedAlways<T>
export type { JsonColumn, NullableJsonColumn, NullableTimestampColumn, TimestampColumn }
`

const write = (columns: readonly Column[]): string => {
  const tables = Object.entries(Object.groupBy(columns, ({ table }) => table))
  const interfaces = tables.map(([table, its = []]) =>
    [
      `export interface ${pascalCase(table)}Table {`,
      ...its.map((column) => `  readonly ${column.name}: ${columnType(column)}`),
      '}',
    ].join('\n'),
  )
  const body = [
    ...interfaces,
    [
      'export interface DB {',
      ...tables.map(([table]) => `  readonly ${table}: ${pascalCase(table)}Table`),
      '}',
    ].join('\n'),
  ].join('\n\n')
  return `${HEAD}\n${body}\n`
}

await failPlainly(async () => {
  const { values } = readArguments(HELP, { check: { type: 'boolean' } })
  const database = await openPglite({})
  try {
    await migrate(database)
    const wanted = write(await describeTables(database.owner))
    if (values.check !== true) {
      await writeFile(TARGET, wanted)
      console.log('The types of the tables are written.')
    } else if ((await readFile(TARGET, 'utf8')) === wanted) {
      console.log('The types of the tables are as the migrations leave them.')
    } else {
      throw new Error(
        'The types of the tables differ from the migrations: run `npm run db:types` and commit.',
      )
    }
  } finally {
    await database.close()
  }
})
