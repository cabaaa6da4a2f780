import Type, { type Static } from 'typebox'
import { TONES } from '../kinds/tone.ts'
import { At, Bilingual, Id, Nullable, OneOf, Page, PlaceCode } from '../schema.ts'

const Named = Type.Object({ name: Type.String(), nameEn: Type.String() })
const Tone = OneOf(TONES)

/** A share of a vote that the law asks for, and what was counted: `part` of `whole`, in heads or m². */
export const CountedShare = Type.Object({
  stage: OneOf(['attend', 'approve'] as const),
  of: OneOf(['heads', 'area'] as const),
  needed: Type.Object({
    over: Type.Integer(),
    under: Type.Integer(),
    as: OneOf(['atLeast', 'moreThan'] as const),
  }),
  part: Type.Number(),
  whole: Type.Number(),
  reached: Type.Boolean(),
})
export type CountedShare = Static<typeof CountedShare>

export const PublicVote = Type.Object({
  name: Bilingual,
  law: Bilingual,
  at: At,
  shares: Type.Array(CountedShare),
  passed: Type.Boolean(),
  words: Nullable(Type.String()),
})
export type PublicVote = Static<typeof PublicVote>

/** An objection as everybody may know it: that there is one, by when it must be answered, and the answer. Never what was written, and never by whom. */
export const PublicObjection = Type.Object({
  id: Id,
  raisedAt: At,
  dueAt: Nullable(At),
  stateName: Bilingual,
  tone: Tone,
  answeredAt: Nullable(At),
  reply: Nullable(Bilingual),
  answer: Nullable(Type.String()),
})
export type PublicObjection = Static<typeof PublicObjection>

export const PublicTask = Type.Object({
  id: Id,
  words: Type.String(),
  unit: Nullable(Named),
  stateName: Bilingual,
  tone: Tone,
  dueAt: Nullable(At),
  closedAt: Nullable(At),
  result: Nullable(Type.String()),
})
export type PublicTask = Static<typeof PublicTask>

const head = {
  id: Id,
  number: Type.String(),
  proposal: Type.String(),
  /** Who decides: the residents, or the owners. */
  form: Nullable(Bilingual),
  unit: Nullable(Named),
  communityCode: PlaceCode,
  communityName: Type.String(),
  communityNameEn: Type.String(),
  compoundName: Nullable(Type.String()),
  compoundNameEn: Nullable(Type.String()),
  buildingName: Nullable(Type.String()),
  buildingNameEn: Nullable(Type.String()),
  stateName: Bilingual,
  sentence: Bilingual,
  tone: Tone,
  openedAt: At,
  /** When the present step ends. */
  dueAt: Nullable(At),
  /** Until then anybody may object; null: not now. */
  objectUntil: Nullable(At),
}

export const DeliberationRow = Type.Object(head)
export type DeliberationRow = Static<typeof DeliberationRow>

export const DeliberationList = Type.Object({
  ...Page(DeliberationRow).properties,
  /** Where there are any, with how many. */
  communities: Type.Array(
    Type.Object({ code: PlaceCode, name: Type.String(), nameEn: Type.String(), count: Type.Integer() }),
  ),
})
export type DeliberationList = Static<typeof DeliberationList>

/** The page that everybody reads: no name, no number, no word that a resident wrote. */
export const DeliberationPage = Type.Object({
  ...head,
  votes: Type.Array(PublicVote),
  objections: Type.Array(PublicObjection),
  tasks: Type.Array(PublicTask),
  /** What came of it, or why it was taken back. */
  outcome: Nullable(Type.Object({ at: At, sentence: Bilingual, words: Type.String() })),
  steps: Type.Array(Type.Object({ at: At, sentence: Bilingual })),
})
export type DeliberationPage = Static<typeof DeliberationPage>
