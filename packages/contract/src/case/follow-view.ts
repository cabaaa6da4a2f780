import Type, { type Static } from 'typebox'
import { At, Bilingual, Id, Nullable, Personal, Sensitive, Version } from '../schema.ts'
import { UnitName } from './case-links.ts'
import { caseHead, MoveView, TimelineStep, Tone } from './case-views.ts'

/** What waits for something until a date: why, in whose words, and who let it wait. */
const Waits = Type.Object({
  /** The sort of reason, where one was chosen that is told. */
  why: Nullable(Bilingual),
  words: Nullable(Personal(Type.String())),
  by: Nullable(UnitName),
  since: At,
})
export type Waits = Static<typeof Waits>

/** What a requester sees of the own matter: sentences, never codes; and who read the own data. */
export const FollowView = Type.Object({
  ...caseHead,
  /** Whoever had it and stays answerable for it until another unit signs; null: nobody besides who has it. */
  answerable: Nullable(UnitName),
  place: Type.String(),
  placeEn: Type.String(),
  /** Null: it is not on hold. Until when stands in `dueAt`, who goes on with it in `owner`. */
  waits: Nullable(Waits),
  /** How the matter goes on that this one was joined with: everything that is told of it, and nobody's own words. */
  joined: Nullable(
    Type.Object({
      stateName: Bilingual,
      tone: Tone,
      sentence: Bilingual,
      owner: Nullable(UnitName),
      dueAt: Nullable(At),
      closedAt: Nullable(At),
      /** Since when its answer can be judged; null: it has none, or has been reopened since. */
      answeredAt: Nullable(At),
      /** Until when the own matter can be judged or reopened; null: for as long as the other one is not over, and some time more. */
      openUntil: Nullable(At),
      /** As of the own matter. */
      waits: Nullable(Waits),
      timeline: Type.Array(TimelineStep),
    }),
  ),
  /** What was opened because this matter, or the one that it was joined with, went wrong. */
  remedies: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      version: Version,
      stateName: Bilingual,
      tone: Tone,
      sentence: Bilingual,
      owner: Nullable(UnitName),
      dueAt: Nullable(At),
      closedAt: Nullable(At),
      waits: Nullable(Waits),
      moves: Type.Array(MoveView),
      timeline: Type.Array(TimelineStep),
    }),
  ),
  /** Between whom it is: who of them reads this, and what each has said. No names: they know each other. */
  parties: Type.Array(Type.Object({ you: Type.Boolean(), noted: Type.Array(Bilingual) })),
  /** What came of this matter and is between several, the reader among them: the own way in. */
  begun: Type.Array(
    Type.Object({ number: Type.String(), followCode: Sensitive(Type.String()), kindName: Bilingual }),
  ),
  /** The time for reopening is over: it can be raised once more, as a new matter that is linked to this one. */
  mayRaiseAgain: Type.Boolean(),
})
export type FollowView = Static<typeof FollowView>
