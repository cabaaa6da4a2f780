import Type, { type Static, type TEnum, type TSchema } from 'typebox'

/** The same schema with a word of ours beside its own; validation passes over it. */
export const marked = <T extends TSchema>(schema: T, mark: string, value: unknown = true): T =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(schema), [mark]: { value, enumerable: true } },
  ) as T

/** Marks a field that tells something about a person (PIPL 4). It may never occur in an event, log, error, URL or tile. */
export const Personal = <T extends TSchema>(schema: T): T => marked(schema, 'x-personal')

/** Marks a sensitive personal field (PIPL 28) or a secret: encrypted at rest, shown only for a stated purpose. */
export const Sensitive = <T extends TSchema>(schema: T): T =>
  marked(marked(schema, 'x-personal'), 'x-sensitive')

/** A closed list of words. */
export const OneOf = <const T extends string>(words: readonly T[]): TEnum<T[]> => Type.Enum<T[]>([...words])

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** UUID, lower case. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })

/** An instant in Unix milliseconds, UTC. */
export const At = Type.Integer({
  minimum: 0,
  maximum: 253_402_300_799_999, // the end of the year 9999: beyond it neither dates nor databases agree
  description: 'Unix milliseconds, UTC',
})

/** A row's version: a command on a row carries the version that it saw. */
export const Version = Type.Integer({ minimum: 1 })

/** Division code (GB/T 2260 and NBS statistics codes: 2 to 12 digits) or community code + 3-digit grid serial (15). */
export const PlaceCode = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$' })

/** A word of our own: a kind, a state, a move, an item's code. Never something that a person wrote. */
export const CodeWord = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' })

/** Coordinate reference systems that we accept at the edge; stored is always CGCS2000. */
export const CrsName = OneOf(['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const)

/** Longitude and latitude in degrees, in the named reference system. */
export const Point = Type.Object(
  {
    lon: Type.Number({ minimum: -180, maximum: 180 }),
    /** Up to ±180, so that exchanged axes are met with a hint rather than with a limit. */
    lat: Type.Number({ minimum: -180, maximum: 180 }),
    crs: CrsName,
  },
  { additionalProperties: false },
)
export type Point = Static<typeof Point>

/** Free text that a person wrote: always personal. Length in characters. */
export const Words = (maximum: number, minimum = 1) =>
  Personal(Type.String({ minLength: minimum, maxLength: maximum }))

/** A page of a list, with the cursor of the next one; null at the end. */
export const Page = <T extends TSchema>(row: T) =>
  Type.Object({ rows: Type.Array(row), next: Nullable(Type.String()) })

export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() })
export type Bilingual = Static<typeof Bilingual>
