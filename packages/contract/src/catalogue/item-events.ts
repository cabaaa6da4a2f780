import Type, { type Static } from 'typebox'
import { At, CodeWord, Version } from '../schema.ts'

/** An item got a new version, or ends. What it says lies in the version's row, which never changes. */
export const ItemDecided = Type.Object({
  code: CodeWord,
  version: Version,
  effectiveFrom: At,
  ended: Type.Boolean(),
})
export type ItemDecided = Static<typeof ItemDecided>
