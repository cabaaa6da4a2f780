import Type, { type Static } from 'typebox'
import { At, CodeWord, Nullable, OneOf, PlaceCode, Words } from '../schema.ts'
import { FREQUENCIES } from './burden.ts'
import { DEMAND_KINDS } from './gate-process.ts'

const closed = { additionalProperties: false } as const

/** Kinds of field that a form can have. There is none for a file, a place, a signature or a person, and there will be none. */
export const FIELD_KINDS = ['number', 'text', 'choice', 'date', 'yesNo'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export const FIELDS_MOST = 60
export const MINUTES_MOST = 960
export const COMMUNITIES_MOST = 400

export const GateField = Type.Object(
  {
    /** Stays with the field while the form is edited; answers are kept under it. */
    key: Type.String({ pattern: '^[a-z0-9]{1,12}$' }),
    label: Words(60),
    elementCode: Nullable(CodeWord),
    kind: OneOf(FIELD_KINDS),
    /** Only for a choice. */
    options: Type.Array(Words(40), { maxItems: 20 }),
  },
  closed,
)
export type GateField = Static<typeof GateField>

/** The words of a demand; kept as one content row for each version. */
export const DemandWords = Type.Object(
  {
    title: Words(60, 2),
    /** What is to be done and what for. */
    purpose: Words(1000, 4),
    /** The law or the document on which it rests. */
    basis: Words(300, 2),
    fields: Type.Array(GateField, { maxItems: FIELDS_MOST }),
  },
  closed,
)
export type DemandWords = Static<typeof DemandWords>

/** What a demand asks of each recipient, in codes and numbers. */
const terms = {
  kind: OneOf(DEMAND_KINDS),
  /** The entry of the communities' duty list on which it rests; null: it is on no list. */
  dutyCode: Nullable(CodeWord),
  /** Once for the community, or once in each of its grids. */
  level: OneOf(['community', 'grid'] as const),
  /** Of one recipient, each time. */
  minutes: Type.Integer({ minimum: 0, maximum: MINUTES_MOST }),
  frequency: OneOf(FREQUENCIES),
  fromAt: At,
  untilAt: At,
}
export const GateTerms = Type.Object(terms)
export type GateTerms = Static<typeof GateTerms>

export const GateDraft = Type.Object(
  {
    ...terms,
    words: DemandWords,
    communityCodes: Type.Array(PlaceCode, { minItems: 1, maxItems: COMMUNITIES_MOST }),
  },
  closed,
)
export type GateDraft = Static<typeof GateDraft>
