import Type, { type Static } from 'typebox'
import { At, Id, Nullable, Personal, Words } from '../schema.ts'

const closed = { additionalProperties: false } as const
export const Quarter = Type.String({ pattern: '^20\\d{2}-Q[1-4]$' })
const Score = Type.Integer({ minimum: 1, maximum: 5 })
const unit = { unitId: Id, name: Type.String(), nameEn: Type.String() }

/** Of one unit in one quarter that is over. No number of it leads to a rater. */
export const UpwardRow = Type.Object({
  ...unit,
  /** Null: too few rated, and nothing is shown. */
  result: Nullable(
    Type.Object({
      ratersAtLeast: Type.Integer(),
      bands: Type.Object({ attitude: Score, style: Score, effect: Score }),
    }),
  ),
  answer: Nullable(Type.Object({ words: Personal(Type.String()), at: At })),
})
export type UpwardRow = Static<typeof UpwardRow>

export const UpwardBoard = Type.Object({
  quarter: Quarter,
  /** The quarters that are over and were rated, newest first. */
  quarters: Type.Array(Quarter),
  minimumGroup: Type.Integer(),
  /** In the order of the register, never by how well they do. */
  rows: Type.Array(UpwardRow),
  /** The unit that the reader may answer for. */
  ownUnitId: Nullable(Id),
})
export type UpwardBoard = Static<typeof UpwardBoard>

/** What somebody may rate in the quarter that runs. */
export const UpwardBallotBox = Type.Object({
  quarter: Quarter,
  publishedAt: At,
  minimumGroup: Type.Integer(),
  units: Type.Array(Type.Object({ ...unit, rated: Type.Boolean() })),
})
export type UpwardBallotBox = Static<typeof UpwardBallotBox>

export const RateUpward = Type.Object(
  {
    quarter: Quarter,
    scores: Type.Object({ attitude: Score, style: Score, effect: Score }, closed),
    /**
     * Random, and thrown away: what is kept of a command so that it can be sent twice is a hash of its body, and without
     * this the hash could be tried against every possible score.
     */
    salt: Type.String({ pattern: '^[A-Za-z0-9_-]{22,64}$' }),
  },
  closed,
)

export const AnswerUpward = Type.Object({ quarter: Quarter, words: Words(500, 4) }, closed)
