import pg from 'pg'
import type { Identity } from './database.ts'

/**
 * How values of the database arrive in the program, the same on both drivers:
 *
 * | SQL                        | here                                                    |
 * |----------------------------|---------------------------------------------------------|
 * | int2, int4, int8           | number (an int8 beyond 2^53 is an error, never rounded) |
 * | numeric                    | string, as exact as stored                              |
 * | timestamptz                | number: milliseconds since 1970-01-01T00:00:00Z         |
 * | date, timestamp, time      | string, as ISO 8601 writes it                           |
 * | json, jsonb                | parsed                                                  |
 * | bytea                      | Uint8Array                                              |
 * | uuid, text, geometry, …    | string (a geometry as hexadecimal EWKB)                 |
 */
const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new Error(`the whole number ${text} is too large to be read exactly`)
  return value
}

type Parse = (text: string) => unknown
const library = (oid: number): Parse => pg.types.getTypeParser(oid, 'text')
const asWritten: Parse = (text) => text

const parseTimestamp = library(1184)
/** As PostgreSQL writes moments of our time in UTC, which connections are set to; a list has dozens of them. */
const IN_UTC = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/
const epochMilliseconds: Parse = (text) => {
  if (IN_UTC.test(text)) return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
  const moment = parseTimestamp(text)
  return moment instanceof Date ? moment.getTime() : moment // ±infinity is a number already
}

const parseBytes = library(17)
/** As PostgreSQL writes bytes unless told otherwise. What the library makes of them is copied twice. */
const bytes: Parse = (text) => {
  const read = text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex') : (parseBytes(text) as Buffer)
  return new Uint8Array(read.buffer, read.byteOffset, read.length)
}

const textArray = library(1009)
type Nested = string | null | Nested[]
const inEach = (value: Nested, parse: Parse): unknown =>
  value === null ? null : Array.isArray(value) ? value.map((item) => inEach(item, parse)) : parse(value)
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    inEach(textArray(text) as Nested, parse)

/** Ids need no quotes: where none is null and none nested, what is between the braces is taken apart at the commas. */
const UUIDS = /^\{[0-9a-f,-]*\}$/
const anyUuids = library(2951)
const uuids: Parse = (text) => {
  if (!UUIDS.test(text)) return anyUuids(text)
  return text.length === 2 ? [] : text.slice(1, -1).split(',')
}

const PARSERS = new Map<number, Parse>([
  [20, safeInteger],
  [1016, arrayOf(safeInteger)],
  [1184, epochMilliseconds],
  [1185, arrayOf(epochMilliseconds)],
  [1114, asWritten],
  [1115, arrayOf(asWritten)],
  [1082, asWritten],
  [1182, arrayOf(asWritten)],
  [1231, arrayOf(asWritten)],
  [17, bytes],
  [2951, uuids],
  [1001, arrayOf(bytes)],
])

const ours = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format ?? 'text'),
} as unknown as pg.CustomTypesConfig

/** The sign-in library brings its own expectations (moments as `Date`): its door keeps the client's parsers. */
export const TYPES_OF: Readonly<Record<Identity, pg.CustomTypesConfig>> = {
  app: ours,
  owner: ours,
  auth: pg.types as unknown as pg.CustomTypesConfig,
}
