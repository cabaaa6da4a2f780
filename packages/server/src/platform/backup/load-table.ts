import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import type { TableShape } from './list-tables.ts'
import { BackupProblem, type SavedTable } from './manifest.ts'

const ROWS_AT_ONCE = 500

async function* batches(path: string): AsyncGenerator<string[]> {
  const lines = createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let batch: string[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length === ROWS_AT_ONCE) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** The same rows grouped by tenant, because the wall lets one tenant through at a time. */
const byTenant = (
  batch: readonly string[],
  tenantAt: number,
): Iterable<readonly [number, readonly string[]]> =>
  Map.groupBy(batch, (line) => Number((JSON.parse(line) as readonly string[])[tenantAt]))

/** Puts the saved rows of a table back. Values go through the type's own text form, as they came. */
export const loadTable = async <T>(
  trx: Transaction<T>,
  shape: TableShape,
  saved: SavedTable,
  folder: string,
): Promise<void> => {
  const unknown = saved.columns.filter((column) => !shape.columns.includes(column))
  if (unknown.length > 0) {
    throw new BackupProblem(`The backup has a column ${shape.table}.${unknown[0]} that the database has not.`)
  }
  const typeOf = (column: string) => shape.types[shape.columns.indexOf(column)] ?? 'text'
  const target = sql`${sql.id(shape.schema, shape.table)} (${sql.join(saved.columns.map((column) => sql.id(column)))})`
  const values = sql.join(
    saved.columns.map((column, at) => sql`(row ->> ${sql.lit(at)})::${sql.raw(typeOf(column))}`),
  )
  const insert = (lines: readonly string[]) =>
    sql`insert into ${target} overriding system value
      select ${values} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) as row`.execute(trx)

  for await (const batch of batches(join(folder, saved.file))) {
    if (!shape.walled) {
      await insert(batch)
      continue
    }
    for (const [tenant, lines] of byTenant(batch, saved.columns.indexOf('tenant'))) {
      await sql`set local app.tenant = ${sql.lit(tenant)}`.execute(trx)
      await insert(lines)
    }
  }
}

/** How many rows a table has, counted tenant by tenant where it has the wall. */
export const countRows = async <T>(
  trx: Transaction<T>,
  shape: TableShape,
  tenants: readonly number[],
): Promise<number> => {
  let total = 0
  for (const tenant of shape.walled ? tenants : [undefined]) {
    if (tenant !== undefined) await sql`set local app.tenant = ${sql.lit(tenant)}`.execute(trx)
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.id(shape.schema, shape.table)}`.execute(trx)
    total += rows[0]?.count ?? 0
  }
  return total
}
