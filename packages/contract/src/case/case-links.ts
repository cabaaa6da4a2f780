import Type, { type Static } from 'typebox'
import { At, Bilingual, Id, Nullable, OneOf } from '../schema.ts'

export const UnitName = Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })

/** What a requester says of an answer; without stars where none were given. */
export const Verdict = Type.Object({ solved: Type.Boolean(), satisfaction: Nullable(Type.Integer()) })

/** How another matter hangs together with this one. `back`: the other one names this one. */
export const LinkView = Type.Object({
  link: OneOf(['parent', 'mergedInto', 'reopenedAs', 'aroseFrom'] as const),
  back: Type.Boolean(),
  id: Id,
  number: Type.String(),
  kind: Type.String(),
  state: Type.String(),
  stateName: Bilingual,
  open: Type.Boolean(),
  /** What whoever raised a matter that was joined with this one said of the answer here; null: nothing, or it is no such matter. */
  verdict: Nullable(Verdict),
})
export type LinkView = Static<typeof LinkView>

/** An open matter that may be the same. `metres`: how far away at most, in steps of fifty; null where one of the two names no more than a community. */
export const NearMatter = Type.Object({
  id: Id,
  number: Type.String(),
  kind: Type.String(),
  stateName: Bilingual,
  item: Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() }),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  openedAt: At,
  metres: Nullable(Type.Integer()),
})
export type NearMatter = Static<typeof NearMatter>

/** Something noted of a matter, or something that somebody is asked to decide. */
export const FlagView = Type.Object({
  flag: Type.String(),
  name: Bilingual,
  unit: Nullable(UnitName),
  raisedAt: At,
  until: Nullable(At),
  owner: Nullable(UnitName),
  dueAt: Nullable(At),
})
export type FlagView = Static<typeof FlagView>
