import { type RawBuilder, sql } from 'kysely'

/** A timestamptz parameter from milliseconds since 1970. */
export const at = (milliseconds: number): RawBuilder<number> =>
  sql<number>`${new Date(milliseconds).toISOString()}::timestamptz`

export const atOrNull = (milliseconds: number | null): RawBuilder<number | null> =>
  milliseconds === null ? sql<null>`null::timestamptz` : at(milliseconds)

/** A uuid[] parameter: one value whatever the length, so that a statement keeps one text. */
export const uuids = (ids: readonly string[]): RawBuilder<string[]> =>
  sql<string[]>`${`{${ids.join(',')}}`}::uuid[]`

/** Rows of a JSON array as a table expression: one round trip for many rows. */
export const jsonRows = (rows: readonly object[]): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::jsonb`
