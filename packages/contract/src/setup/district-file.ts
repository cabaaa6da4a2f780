import Type, { type Static } from 'typebox'
import { UNIT_KINDS } from '../org/unit-kinds.ts'
import { ROLES } from '../permissions.ts'
import { CodeWord, Nullable, OneOf, Personal, PlaceCode } from '../schema.ts'

const Name = Type.String({ minLength: 1, maxLength: 80 })
const Username = Personal(Type.String({ pattern: '^[a-z0-9.]{3,40}$' }))
/** With its offset, e.g. 2026-12-01T09:00+08:00. */
const Moment = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$' })
const closed = { additionalProperties: false }
const Geometry = Type.Object(
  {
    type: OneOf(['Polygon', 'MultiPolygon'] as const),
    coordinates: Type.Array(Type.Unknown(), { minItems: 1 }),
  },
  closed,
)

/**
 * A district as an operator describes it in a file, to be set up or extended by `npm run district`. Codes tie the parts
 * together; what exists already stays as it is. Coordinates are CGCS2000 degrees, longitude first (GeoJSON order).
 */
export const DistrictFile = Type.Object(
  {
    district: Type.Object(
      {
        /** Six digits, GB/T 2260. */
        code: Type.String({ pattern: '^\\d{6}$' }),
        name: Name,
        nameEn: Name,
        /** Two or three letters in front of every public number. */
        numberPrefix: Type.String({ pattern: '^[A-Z]{2,3}$' }),
      },
      closed,
    ),
    /** Subdistricts, communities and grids, parents first; those of the national list need no row unless they get an area. */
    places: Type.Array(
      Type.Object(
        {
          code: PlaceCode,
          level: OneOf(['district', 'subdistrict', 'community', 'grid'] as const),
          name: Name,
          /** As the name where it is absent. */
          nameEn: Type.Optional(Name),
          parentCode: Nullable(PlaceCode),
          area: Type.Optional(Geometry),
          households: Type.Optional(Type.Integer({ minimum: 0 })),
        },
        closed,
      ),
    ),
    /** Offices that matters are sent to, parents first. `office`: working hours; `always`: day and night. */
    units: Type.Array(
      Type.Object(
        {
          code: CodeWord,
          name: Name,
          nameEn: Name,
          kind: OneOf(UNIT_KINDS),
          parent: Type.Optional(CodeWord),
          placeCode: PlaceCode,
          hours: OneOf(['office', 'always'] as const),
        },
        closed,
      ),
    ),
    /** Posts and who holds them. A post with a `username` gets an account, whose password is printed once. */
    posts: Type.Array(
      Type.Object(
        {
          code: CodeWord,
          unit: CodeWord,
          role: OneOf(ROLES.filter((role) => role !== 'anyone' && role !== 'requester')),
          title: Name,
          titleEn: Name,
          placeCode: PlaceCode,
          holder: Personal(Name),
          username: Type.Optional(Username),
          /** Who holds it from a date to come. Somebody new gets an account at once and no right before that date. */
          next: Type.Optional(
            Type.Object({ holder: Personal(Name), username: Type.Optional(Username), from: Moment }, closed),
          ),
          /** Who works in it for its holder between two dates. */
          acting: Type.Optional(
            Type.Object({ holder: Personal(Name), username: Username, from: Moment, until: Moment }, closed),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type DistrictFile = Static<typeof DistrictFile>
