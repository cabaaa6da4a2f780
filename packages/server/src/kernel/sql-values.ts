import { type RawBuilder, sql } from 'kysely'

/** A timestamptz parameter from milliseconds since 1970. */
export const at = (milliseconds: number): RawBuilder<number> =>
  sql<number>`${new Date(milliseconds).toISOString()}::timestamptz`

export const atOrNull = (milliseconds: number | null): RawBuilder<number | null> =>
  milliseconds === null ? sql<null>`null::timestamptz` : at(milliseconds)

/** A moment of a row inside JSON that PostgreSQL builds, as the parsers give it elsewhere: milliseconds since 1970. */
export const inMs = (column: string): RawBuilder<number> =>
  sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::int8`

/** A uuid[] parameter: one value whatever the length, so that a statement keeps one text. */
export const uuids = (ids: readonly string[]): RawBuilder<string[]> =>
  sql<string[]>`${`{${ids.join(',')}}`}::uuid[]`

/**
 * A place code and all below it. Codes are compared as text in the C collation, where `:` follows `9`, so a subtree is one
 * range that an index can serve.
 */
export const withinCode = (column: RawBuilder<unknown>, code: string): RawBuilder<boolean> =>
  sql<boolean>`(${column} >= ${code} and ${column} < ${`${code}:`})`

/** Rows of a JSON array as a table expression: one round trip for many rows. */
export const jsonRows = (rows: readonly object[]): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::jsonb`

/**
 * A number of rows, as part of the text: a prepared statement whose limit is a parameter is planned for a tenth of the
 * whole table.
 */
export const atMost = (rows: number): RawBuilder<number> => {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError('a limit is a whole number')
  return sql<number>`${sql.raw(String(rows))}`
}
