import type { ColumnType, RawBuilder } from 'kysely'
import type { Json, Moment } from './parameters.ts'

/** timestamptz: read as epoch milliseconds, written with `timestamp()`. */
export type TimestampColumn = ColumnType<number, Moment, Moment>
export type NullableTimestampColumn = ColumnType<number | null, Moment | null | undefined, Moment | null>

/** jsonb: read as what it is (check before use), written with `json()`. */
export type JsonColumn = ColumnType<unknown, RawBuilder<Json>, RawBuilder<Json>>
export type NullableJsonColumn = ColumnType<
  unknown,
  RawBuilder<Json> | null | undefined,
  RawBuilder<Json> | null
>
