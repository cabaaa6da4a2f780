import { type RawBuilder, sql } from 'kysely'

/** A moment as a statement's parameter, made by {@link timestamp}. Plain numbers do not compile in its place. */
export type Moment = RawBuilder<number>

/**
 * A timestamptz parameter from milliseconds since 1970 (the kernel's clock).
 * Columns of this type come back as the same number.
 */
export const timestamp = (milliseconds: number): Moment =>
  sql<number>`${new Date(milliseconds).toISOString()}::timestamptz`

/** Anything that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A jsonb parameter. Needed because the client takes a bare array for an SQL array. */
export const json = (value: unknown): RawBuilder<Json> => sql<Json>`${JSON.stringify(value)}::jsonb`
