import Type, { type Static } from 'typebox'
import { CodeWord, Id, Nullable, Version } from '../schema.ts'

export const HOLDER_CHANGED = 'post.holderChanged'

/** A post has another holder, or none. Who they are stands in the rows of the holdings. */
export const HolderChanged = Type.Object({
  postId: Id,
  unitId: Id,
  role: CodeWord,
  version: Version,
  endedHoldingId: Nullable(Id),
  begunHoldingId: Nullable(Id),
})
export type HolderChanged = Static<typeof HolderChanged>
