import Type, { type Static } from 'typebox'
import { Id } from '../schema.ts'

/** A rated unit answered its result. Ratings themselves make no event. */
export const UpwardAnswered = Type.Object({
  unitId: Id,
  quarter: Type.String({ pattern: '^20\\d{2}-Q[1-4]$' }),
  wordsId: Id,
})
export type UpwardAnswered = Static<typeof UpwardAnswered>

export const ratingEvents = { 'upward.answered': UpwardAnswered } as const
