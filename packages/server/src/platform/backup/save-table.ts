import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import type { TableShape } from './list-tables.ts'
import { type SavedTable, sha256Of } from './manifest.ts'

const ROWS_AT_ONCE = 1000

type Row = readonly (string | null)[]

/** All rows of a table that the session may see, each as an array of texts, which is exact for every type. */
async function* readRows<T>(trx: Transaction<T>, shape: TableShape): AsyncGenerator<Row> {
  const texts = sql.join(shape.columns.map((column) => sql`${sql.id(column)}::text`))
  await sql`declare saved_rows no scroll cursor for
    select array[${texts}] as row from ${sql.id(shape.schema, shape.table)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ row: Row }>`fetch ${sql.lit(ROWS_AT_ONCE)} from saved_rows`.execute(trx)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await sql`close saved_rows`.execute(trx)
}

/** Writes a whole table into the backup's folder, tenant by tenant where it has the wall. */
export const saveTable = async <T>(
  trx: Transaction<T>,
  shape: TableShape,
  tenants: readonly number[],
  folder: string,
): Promise<SavedTable> => {
  const file = join('tables', `${shape.schema}.${shape.table}.ndjson.gz`)
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    for (const tenant of shape.walled ? tenants : [undefined]) {
      if (tenant !== undefined) await sql`set local app.tenant = ${sql.lit(tenant)}`.execute(trx)
      for await (const row of readRows(trx, shape)) {
        count += 1
        yield `${JSON.stringify(row)}\n`
      }
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path, { mode: 0o600 }))
  return {
    schema: shape.schema,
    table: shape.table,
    columns: shape.columns,
    rows: count,
    file,
    sha256: await sha256Of(path),
  }
}
