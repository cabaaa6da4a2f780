import Type, { type Static } from 'typebox'
import { At, type Bilingual, CodeWord, Id, Nullable, OneOf } from '../schema.ts'

const closed = { additionalProperties: false } as const

/** do: 依法履职 · assist: 协助办理, with what the department brings along · notOurs: 负面清单, departments do it themselves. */
export const DUTY_CLASSES = ['do', 'assist', 'notOurs'] as const
export type DutyClass = (typeof DUTY_CLASSES)[number]
export const DUTY_CLASS_NAMES = {
  do: { zh: '依法履职', en: 'Ours by law' },
  assist: { zh: '协助办理', en: 'We assist' },
  notOurs: { zh: '负面清单', en: 'Not ours' },
} as const satisfies Record<DutyClass, Bilingual>

export const DUTY_UNIT_KINDS = ['subdistrict', 'community'] as const

const Line = (most: number) => Type.String({ minLength: 1, maxLength: most })

/** One entry of a list. Public, like an item of the catalogue. */
export const DutyEntry = Type.Object(
  {
    code: CodeWord,
    class: OneOf(DUTY_CLASSES),
    name: Line(80),
    nameEn: Line(120),
    /** Items of the catalogue that it covers. */
    itemCodes: Type.Array(CodeWord, { maxItems: 40 }),
    /** Law or document. */
    basis: Line(120),
    basisEn: Line(200),
    /** For `assist`: who leads; for `notOurs`: who does it. */
    note: Type.Union([Line(200), Type.Literal('')]),
    noteEn: Type.Union([Line(300), Type.Literal('')]),
  },
  closed,
)
export type DutyEntry = Static<typeof DutyEntry>

export const DutyList = Type.Object({
  id: Id,
  unitKind: OneOf(DUTY_UNIT_KINDS),
  /** A unit with a list of its own; null: the list of all units of the kind. */
  unit: Nullable(Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })),
  version: Type.Integer({ minimum: 1 }),
  effectiveAt: At,
  entries: Type.Array(DutyEntry),
})
export type DutyList = Static<typeof DutyList>

/** The next version of a list. What is in force stays so until the day it names. */
export const PublishDutyList = Type.Object(
  {
    unitKind: OneOf(DUTY_UNIT_KINDS),
    unitId: Nullable(Id),
    /** The version that was edited; 0: there was none. */
    expectedVersion: Type.Integer({ minimum: 0 }),
    effectiveAt: At,
    entries: Type.Array(DutyEntry, { minItems: 1, maxItems: 200 }),
  },
  closed,
)
export type PublishDutyList = Static<typeof PublishDutyList>
