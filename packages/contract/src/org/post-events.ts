import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, OneOf, Version } from '../schema.ts'

export const HOLDER_CHANGED = 'post.holderChanged'
export const ACTING_CHANGED = 'post.actingChanged'
export const CHANGE_PLANNED = 'post.changePlanned'
export const CHANGE_CANCELLED = 'post.changeCancelled'

const ofPost = { postId: Id, unitId: Id, role: CodeWord, version: Version }

/** A post has another holder, or none. Who they are stands in the rows of the holdings. */
export const HolderChanged = Type.Object({
  ...ofPost,
  endedHoldingId: Nullable(Id),
  begunHoldingId: Nullable(Id),
})
export type HolderChanged = Static<typeof HolderChanged>

/** Somebody begins or ends to act in a post; its holder keeps it. */
export const ActingChanged = Type.Object({
  ...ofPost,
  holdingId: Id,
  acting: OneOf(['begins', 'ends'] as const),
})
export type ActingChanged = Static<typeof ActingChanged>

/** It was decided who holds a post from a date to come, or who acts in it between two dates. */
export const ChangePlanned = Type.Object({
  ...ofPost,
  what: OneOf(['holder', 'acting'] as const),
  holdingId: Nullable(Id),
  from: At,
  until: Nullable(At),
})
export type ChangePlanned = Static<typeof ChangePlanned>

/** What was decided is not to be, or ends before its time. */
export const ChangeCancelled = Type.Object({
  ...ofPost,
  what: OneOf(['holder', 'acting'] as const),
  holdingId: Nullable(Id),
})
export type ChangeCancelled = Static<typeof ChangeCancelled>

export const POST_EVENTS = {
  [HOLDER_CHANGED]: HolderChanged,
  [ACTING_CHANGED]: ActingChanged,
  [CHANGE_PLANNED]: ChangePlanned,
  [CHANGE_CANCELLED]: ChangeCancelled,
} as const
