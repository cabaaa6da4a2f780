import Type, { type Static } from 'typebox'
import { At, CodeWord, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

/**
 * A module asks the case engine to open a matter of a kind that the system reports. The id is the asker's: asking twice
 * opens once. Its words are a content row that the asker wrote under that id.
 */
export const OpeningAsked = Type.Object({
  caseId: Id,
  kind: CodeWord,
  /** The grid when known, else the community. */
  placeCode: PlaceCode,
  itemCode: Nullable(CodeWord),
  wordsId: Id,
  /** On whose behalf it is asked. */
  initiatorUnitId: Nullable(Id),
  /** The move that follows at once, made by the system, and what it needs. */
  firstMove: Nullable(
    Type.Object({
      move: CodeWord,
      units: Type.Array(Type.Object({ unitId: Id, role: OneOf(['lead', 'coHandler'] as const) })),
      dueAt: Nullable(At),
      choices: Type.Record(CodeWord, CodeWord),
    }),
  ),
  /** The matters that it arose from. */
  aroseFrom: Type.Array(Id),
})
export type OpeningAsked = Static<typeof OpeningAsked>

/** The event type: not `case.…`, because no case has happened yet. */
export const OPENING_ASKED = 'opening.asked'
