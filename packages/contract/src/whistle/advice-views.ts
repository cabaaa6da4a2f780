import Type, { type Static } from 'typebox'
import { UnitName } from '../case/case-links.ts'
import { At, Id, Nullable, Personal, Words } from '../schema.ts'
import { RatedCall } from './whistle-board.ts'

const closed = { additionalProperties: false } as const
const MOST_WORDS = 1000
const MOST_CALLS = 20

/** What a subdistrict writes to the head of a unit that is stationed with it, and the rated calls that it rests on. */
export const WriteAdvice = Type.Object(
  {
    unitId: Id,
    caseIds: Type.Array(Id, { minItems: 1, maxItems: MOST_CALLS, uniqueItems: true }),
    words: Words(MOST_WORDS, 10),
  },
  closed,
)
export type WriteAdvice = Static<typeof WriteAdvice>

export const AnswerAdvice = Type.Object({ words: Words(MOST_WORDS, 4) }, closed)

/** To the post that heads a unit; the unit is named, the holder never. */
export const AdviceView = Type.Object({
  id: Id,
  by: UnitName,
  about: UnitName,
  calls: Type.Array(RatedCall),
  words: Personal(Type.String()),
  writtenAt: At,
  dueAt: At,
  answer: Nullable(Personal(Type.String())),
  answeredAt: Nullable(At),
  overdue: Type.Boolean(),
  mayAnswer: Type.Boolean(),
})
export type AdviceView = Static<typeof AdviceView>

/** What of the advice within reach waits: for an answer by the reader's own unit, and for one that did not come in time. */
export const AdviceWaiting = Type.Object({
  toAnswer: Type.Integer(),
  overdue: Type.Array(Type.Object({ id: Id, by: UnitName, about: UnitName, dueAt: At })),
})
export type AdviceWaiting = Static<typeof AdviceWaiting>
