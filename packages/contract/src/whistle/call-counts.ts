import type { Rate } from '../rules/figures.ts'
import { rateOf } from '../rules/figures.ts'
import { SATISFIED } from '../rules/honest-counts.ts'
import { normalQuantile } from '../rules/normal-quantile.ts'

export const CALL_ASPECTS = ['attitude', 'style', 'effect'] as const
export type CallAspect = (typeof CALL_ASPECTS)[number]

type CallClock = { readonly dueAt: number; readonly stoppedAt: number | null }

/** What became of one unit that a whistle called: its newest two clocks, what was decided of a refusal, how it was rated. */
export type CallFacts = {
  readonly isThere: boolean
  readonly answer: CallClock
  readonly arrive: CallClock
  readonly refused: boolean
  readonly upheld: boolean
  readonly overruled: boolean
  readonly absent: boolean
  /** Null until both sides have rated and the matter is closed. */
  readonly scores: Readonly<Record<CallAspect, number>> | null
}

export type CallRates = {
  readonly called: number
  readonly answered: Rate
  readonly arrived: Rate
  readonly refused: number
  readonly upheld: Rate
  readonly absent: number
  readonly rated: number
  readonly aspects: Readonly<Record<CallAspect, Rate>>
}

const isLate = ({ dueAt, stoppedAt }: CallClock, now: number) => (stoppedAt ?? now) > dueAt

/** A refusal, a release and a noted absence stop both clocks at once; an answer stops the first alone, or is the arrival itself. */
const hasAnswered = ({ isThere, answer, arrive }: CallFacts) =>
  isThere || (answer.stoppedAt !== null && (arrive.stoppedAt === null || answer.stoppedAt < arrive.stoppedAt))

/**
 * How units came when they were called. A clock that ran over counts against the unit also while it still runs, after a
 * refusal and after an absence was noted; a call that ended before its deadline without an answer is in neither number.
 * An overruled refusal started both clocks anew, and those count.
 *
 * - answered in time ÷ (answered + not answered and late)
 * - arrived in time ÷ (arrived + not there and late)
 * - refusals upheld ÷ refusals decided
 * - of each aspect: rated 4 or 5 ÷ rated
 */
export function callRates(
  calls: readonly CallFacts[],
  now: number,
  { minimum, confidencePercent }: { readonly minimum: number; readonly confidencePercent: number },
): CallRates {
  const z = normalQuantile(0.5 + confidencePercent / 200)
  const count = (holds: (call: CallFacts) => boolean) => calls.filter(holds).length
  const rate = (part: (call: CallFacts) => boolean, whole: (call: CallFacts) => boolean) =>
    rateOf(
      count((call) => whole(call) && part(call)),
      count(whole),
      minimum,
      z,
    )
  const aspect = (name: CallAspect) =>
    rate(
      ({ scores }) => scores !== null && scores[name] >= SATISFIED,
      ({ scores }) => scores !== null,
    )
  return {
    called: calls.length,
    answered: rate(
      (call) => hasAnswered(call) && !isLate(call.answer, now),
      (call) => hasAnswered(call) || isLate(call.answer, now),
    ),
    arrived: rate(
      ({ isThere, arrive }) => isThere && !isLate(arrive, now),
      ({ isThere, arrive }) => isThere || isLate(arrive, now),
    ),
    refused: count(({ refused }) => refused),
    upheld: rate(
      ({ upheld }) => upheld,
      ({ upheld, overruled }) => upheld || overruled,
    ),
    absent: count(({ absent }) => absent),
    rated: count(({ scores }) => scores !== null),
    aspects: { attitude: aspect('attitude'), style: aspect('style'), effect: aspect('effect') },
  }
}
