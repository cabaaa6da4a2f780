import Type, { type Static } from 'typebox'
import {
  At,
  Bilingual,
  CodeWord,
  Id,
  Nullable,
  OneOf,
  Page,
  Personal,
  PlaceCode,
  Version,
} from '../schema.ts'
import { DUTY_CLASSES } from './duty-lists.ts'
import { DemandWords, GateField, GateTerms } from './gate-draft.ts'
import { GROUNDS } from './gate-events.ts'
import { GATE_MOVES, GATE_STATES, RECIPIENT_STATES } from './gate-process.ts'

const Named = Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })
const EntryName = Type.Object({
  code: CodeWord,
  class: OneOf(DUTY_CLASSES),
  name: Type.String(),
  nameEn: Type.String(),
  basis: Type.String(),
  basisEn: Type.String(),
})
export const Counts = Type.Object({
  all: Type.Integer(),
  waiting: Type.Integer(),
  /** Took it on, or must. */
  bound: Type.Integer(),
  refused: Type.Integer(),
  lapsed: Type.Integer(),
})
export type Counts = Static<typeof Counts>

const head = {
  id: Id,
  version: Version,
  state: OneOf(GATE_STATES),
  unit: Named,
  ...GateTerms.properties,
  title: Personal(Type.String()),
  fieldCount: Type.Integer(),
  typedCount: Type.Integer(),
  dueAt: Nullable(At),
  createdAt: At,
  submittedAt: Nullable(At),
  counts: Counts,
  /** How many grids the recipients have. */
  grids: Type.Integer(),
}

/** A line of a list. `mine`: where the reader's own community stands. */
export const GateRow = Type.Object({
  ...head,
  mine: Nullable(OneOf(RECIPIENT_STATES)),
  /** For a form in force: the occasion that the reader's community has still to fill in. */
  toFillAt: Nullable(At),
})
export type GateRow = Static<typeof GateRow>
export const GatePage = Page(GateRow)
export type GatePage = Static<typeof GatePage>

export const FieldOverlapView = Type.Object({
  key: Type.String(),
  status: OneOf(['held', 'asked', 'unknown'] as const),
  reason: Nullable(OneOf(['code', 'name', 'synonym'] as const)),
  element: Nullable(
    Type.Object({
      code: CodeWord,
      name: Bilingual,
      personal: OneOf(['none', 'count', 'staff', 'resident'] as const),
      where: Nullable(Bilingual),
    }),
  ),
  /** Forms in force that ask the same. */
  forms: Type.Array(
    Type.Object({ requestId: Id, title: Type.String(), unitName: Type.String(), unitNameEn: Type.String() }),
  ),
})
export type FieldOverlapView = Static<typeof FieldOverlapView>

/** The month in which a demand takes a grid nearest to the budget, or furthest beyond it. What a community does once is shared by its grids. */
export const GateBudget = Type.Object({
  month: Type.String(),
  /** Minutes that one grid may be burdened with in that month. */
  minutes: Type.Integer(),
  heaviest: Type.Object({
    code: PlaceCode,
    name: Type.String(),
    nameEn: Type.String(),
    grids: Type.Integer(),
    /** Minutes of each of its grids without the demand, and with it. */
    before: Type.Number(),
    after: Type.Number(),
  }),
  /** Grids that the demand would leave beyond the budget in that month. */
  beyond: Type.Integer(),
})
export type GateBudget = Static<typeof GateBudget>

/** What a demand would cost and repeat, before it is asked. */
export const GateEstimate = Type.Object({
  fields: Type.Array(FieldOverlapView),
  held: Type.Integer(),
  asked: Type.Integer(),
  leastMinutes: Type.Integer(),
  recipients: Type.Integer(),
  communities: Type.Integer(),
  minutesAMonth: Type.Number(),
  /** Null where no grid is burdened. */
  budget: Nullable(GateBudget),
  forbidden: Type.Array(
    Type.Object({
      field: Type.String(),
      code: CodeWord,
      found: Type.String(),
      name: Bilingual,
      rule: Bilingual,
    }),
  ),
  /** An entry of the negative list that the title comes near to. */
  negative: Nullable(EntryName),
})
export type GateEstimate = Static<typeof GateEstimate>

export const RecipientView = Type.Object({
  unit: Named,
  communityCode: PlaceCode,
  state: OneOf(RECIPIENT_STATES),
  ground: Nullable(OneOf(GROUNDS)),
  entry: Nullable(EntryName),
  reason: Nullable(Personal(Type.String())),
  overruleReason: Nullable(Personal(Type.String())),
  answeredAt: Nullable(At),
  filled: Type.Integer(),
})
export type RecipientView = Static<typeof RecipientView>

export const GateView = Type.Object({
  ...head,
  words: Type.Object({
    title: Personal(Type.String()),
    purpose: Personal(Type.String()),
    basis: Personal(Type.String()),
    fields: DemandWords.properties.fields,
  }),
  entry: Nullable(EntryName),
  estimate: GateEstimate,
  recipients: Type.Array(RecipientView),
  mine: Nullable(RecipientView),
  toFillAt: Nullable(At),
  history: Type.Array(
    Type.Object({
      at: At,
      move: OneOf(GATE_MOVES),
      unit: Nullable(Named),
      reason: Nullable(Personal(Type.String())),
    }),
  ),
  can: Type.Array(OneOf(GATE_MOVES)),
})
export type GateView = Static<typeof GateView>

const Answer = Type.Union([Type.Number(), Type.Boolean(), Personal(Type.String({ maxLength: 500 }))])
export const FormAnswers = Type.Record(Type.String({ pattern: '^[a-z0-9]{1,12}$' }), Answer)
export type FormAnswers = Static<typeof FormAnswers>

/** A form as a community fills it in: what is known stands there already. */
export const FormToFill = Type.Object({
  requestId: Id,
  title: Personal(Type.String()),
  unit: Named,
  occasionAt: At,
  fields: Type.Array(
    Type.Object({
      ...GateField.properties,
      /** What the house knows; null: to be typed. */
      known: Nullable(Answer),
      /** held: from a register · earlier: from what this community answered before. */
      from: Nullable(OneOf(['held', 'earlier'] as const)),
      where: Nullable(Bilingual),
    }),
  ),
  /** What was sent for this occasion already. */
  sent: Nullable(Type.Object({ at: At, answers: FormAnswers })),
})
export type FormToFill = Static<typeof FormToFill>

/** The answers of all communities, as the department reads them. */
export const FormAnswersView = Type.Object({
  /** Nothing had to be typed: all of it is taken from what is held, at the moment of asking. */
  extracted: Type.Boolean(),
  occasions: Type.Array(At),
  fields: Type.Array(GateField),
  rows: Type.Array(
    Type.Object({
      unit: Named,
      occasionAt: At,
      filledAt: At,
      answers: FormAnswers,
      typedCount: Type.Integer(),
    }),
  ),
})
export type FormAnswersView = Static<typeof FormAnswersView>

/** What is held already, for a department that would have asked: by community, nothing about a person. */
export const GateExtract = Type.Object({
  elements: Type.Array(Type.Object({ code: CodeWord, name: Bilingual, where: Bilingual, fresh: Bilingual })),
  rows: Type.Array(
    Type.Object({
      communityCode: PlaceCode,
      name: Type.String(),
      values: Type.Array(Nullable(Type.String())),
    }),
  ),
})
export type GateExtract = Static<typeof GateExtract>
