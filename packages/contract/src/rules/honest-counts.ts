import { type Rate, rateOf } from './figures.ts'
import { normalQuantile } from './normal-quantile.ts'

/** How a round of a matter ended; `reopened`: with the verdict that it is not solved. */
export type RoundEnd = 'closed' | 'selfHandled' | 'merged' | 'transferred' | 'withdrawn' | 'reopened'

/** What evaluation knows of one round of a matter. A reopened matter has one for each time that it was worked on. */
export type RatedRound = {
  readonly round: number
  readonly startedAt: number
  readonly endedAt: number | null
  readonly end: RoundEnd | null
  /** Since when it is late: the earliest deadline of this round that a unit answerable for the whole did not keep; null: all were. */
  readonly lateFrom: number | null
  readonly judgedAt: number | null
  readonly solved: boolean | null
  readonly satisfaction: number | null
  /** When it was reopened after this round, with a verdict or without. */
  readonly reopenedAt: number | null
  readonly excluded: boolean
  /** When a second person left it out, in this round; null also in the rounds before and after that one. */
  readonly excludedAt: number | null
  readonly rung: 'grid' | 'community' | 'subdistrict' | 'district'
}

/**
 * What whoever raised a joined matter said of an answer where it went on, or that they had the own matter reopened after it. Each
 * requester counts once for each answer (三率 count 回访, which are calls to requesters, and not matters).
 */
export type RatedVerdict = Pick<
  RatedRound,
  'judgedAt' | 'solved' | 'satisfaction' | 'reopenedAt' | 'excluded'
>

/** One unit that was answerable for a round of a matter when its handling deadline ran out, whoever had the matter later. */
export type RatedLateness = Pick<RatedRound, 'startedAt' | 'endedAt' | 'end' | 'excluded'> & {
  readonly lateFrom: number
}

/** One unit that was asked to sign for a matter. It stops with signing, with giving it back, and with its being taken back. */
export type RatedResponse = {
  readonly startedAt: number
  readonly dueAt: number
  readonly stoppedAt: number | null
  readonly excluded: boolean
}

const COUNT_NAMES = [
  'registered',
  'asked',
  'responded',
  'closed',
  'closedOnTime',
  'endedLate',
  'openOverdue',
  'judged',
  'solved',
  'rated',
  'satisfied',
  'reopened',
  'merged',
  'transferred',
  'withdrawn',
  'excluded',
  'endedGrid',
  'endedCommunity',
  'endedSubdistrict',
  'endedDistrict',
] as const
export type HonestCount = (typeof COUNT_NAMES)[number]
export const HONEST_COUNTS: readonly HonestCount[] = COUNT_NAMES
export type HonestCounts = Readonly<Record<HonestCount, number>>

/** From this satisfaction on, of five, a requester is satisfied. */
export const SATISFIED = 4

type Span = readonly [from: number, until: number]
const within = (at: number | null, [from, until]: Span) => at !== null && at >= from && at < until

/**
 * What one round adds in a span of time. Excluded matters count as that and as nothing else, from the decision on, closed
 * or not: one that is left open would else be in no number at all. Merged, transferred and
 * withdrawn ones were not closed. A matter that was reopened was not solved, whatever its verdict had been.
 */
const ROUND_COUNTS: Partial<Record<HonestCount, (one: RatedRound, span: Span) => boolean>> = {
  registered: (one, span) => one.round === 0 && within(one.startedAt, span),
  closed: (one, span) => !one.excluded && one.end === 'closed' && within(one.endedAt, span),
  closedOnTime: (one, span) =>
    !one.excluded && one.end === 'closed' && within(one.endedAt, span) && one.lateFrom === null,
  merged: (one, span) => one.end === 'merged' && within(one.endedAt, span),
  transferred: (one, span) => one.end === 'transferred' && within(one.endedAt, span),
  withdrawn: (one, span) => one.end === 'withdrawn' && within(one.endedAt, span),
  excluded: (one, span) => within(one.excludedAt, span),
  endedGrid: (one, span) => endsOn(one, 'grid', span),
  endedCommunity: (one, span) => endsOn(one, 'community', span),
  endedSubdistrict: (one, span) => endsOn(one, 'subdistrict', span),
  endedDistrict: (one, span) => endsOn(one, 'district', span),
}

/** What a verdict adds, be it on a round of the own matter or where a joined one went on. */
const VERDICT_COUNTS: Partial<Record<HonestCount, (one: RatedVerdict, span: Span) => boolean>> = {
  judged: (one, span) => !one.excluded && within(one.judgedAt ?? one.reopenedAt, span),
  solved: (one, span) =>
    !one.excluded && within(one.judgedAt, span) && one.solved === true && one.reopenedAt === null,
  rated: (one, span) => !one.excluded && within(one.judgedAt, span) && one.satisfaction !== null,
  satisfied: (one, span) =>
    !one.excluded && within(one.judgedAt, span) && Number(one.satisfaction) >= SATISFIED,
  reopened: (one, span) => !one.excluded && within(one.reopenedAt, span),
}

/** Where matters end (小事不出网格、大事不出社区): only those that were settled, and only their last round. */
const endsOn = (one: RatedRound, rung: RatedRound['rung'], span: Span) =>
  !one.excluded &&
  one.reopenedAt === null &&
  (one.end === 'closed' || one.end === 'selfHandled') &&
  one.rung === rung &&
  within(one.endedAt, span)

/**
 * What one late unit adds. A round that came back because it was not solved was late all the same; one that was late under
 * two units counts for each of them.
 */
const LATE_COUNTS: Partial<Record<HonestCount, (one: RatedLateness, span: Span) => boolean>> = {
  endedLate: (one, span) =>
    !one.excluded &&
    (one.end === 'closed' || one.end === 'reopened') &&
    within(one.endedAt, span) &&
    one.lateFrom < Number(one.endedAt),
  openOverdue: (one, [, until]) =>
    !one.excluded &&
    one.startedAt < until &&
    (one.endedAt === null || one.endedAt >= until) &&
    one.lateFrom < until,
}

const answeredIn = (one: RatedResponse, span: Span) => !one.excluded && within(one.stoppedAt, span)
const silentAt = (one: RatedResponse, until: number) =>
  !one.excluded &&
  one.startedAt < until &&
  (one.stoppedAt === null || one.stoppedAt >= until) &&
  one.dueAt < until

/** Counts rounds, responses, late units and the verdicts of joined requesters over a span of time. Silent and overdue ones are in the denominator of the rate of signing. */
export function countHonestly(
  rounds: readonly RatedRound[],
  responses: readonly RatedResponse[],
  late: readonly RatedLateness[],
  span: Span,
  joined: readonly RatedVerdict[] = [],
): HonestCounts {
  const asked = responses.filter((one) => answeredIn(one, span) || silentAt(one, span[1])).length
  const responded = responses.filter(
    (one) => answeredIn(one, span) && Number(one.stoppedAt) <= one.dueAt,
  ).length
  const counts = COUNT_NAMES.map((name) => [
    name,
    rounds.filter((one) => ROUND_COUNTS[name]?.(one, span)).length +
      [...rounds, ...joined].filter((one) => VERDICT_COUNTS[name]?.(one, span)).length +
      late.filter((one) => LATE_COUNTS[name]?.(one, span)).length,
  ])
  return { ...Object.fromEntries(counts), asked, responded } as HonestCounts
}

/**
 * Several requesters who judge one answer say much the same: they are not as many independent opinions as they are people. For each
 * answer that n of them judged, n² − n; their sum. 0 where nobody shares an answer.
 */
export type Alike = { readonly judged: number; readonly rated: number }
const NOT_ALIKE: Alike = { judged: 0, rated: 0 }

/**
 * By how many independent opinions a rate is as sure, if those who judged the same answer all agreed (Kish's effective sample size at
 * full correlation within a cluster: (Σn)² ÷ Σn²). The rate itself stays that of all requesters.
 */
const asManyAs = (whole: number, alike: number) => (whole === 0 ? 0 : (whole * whole) / (whole + alike))

export type HonestRates = {
  /**
   * Units that signed in time, of those that were asked to. What a community takes up itself asks nobody to sign and is not
   * in it. The official 响应率 is another: requesters contacted in time. No step records that somebody was spoken to, and a
   * message that goes out by itself is no contact.
   */
  readonly signedInTime: Rate
  readonly onTime: Rate
  readonly solved: Rate
  readonly satisfied: Rate
  readonly reopened: Rate
  /** Ended in the grid; ended in the grid or the community. */
  readonly inGrid: Rate
  readonly inCommunity: Rate
}

/** The rates of counts, each with its two numbers (解决率、满意率, and what keeps them honest). */
export function honestRates(
  counts: HonestCounts,
  { minimum, confidencePercent }: { readonly minimum: number; readonly confidencePercent: number },
  alike = NOT_ALIKE,
): HonestRates {
  const z = normalQuantile(0.5 + confidencePercent / 200)
  const rate = (part: number, whole: number, same = 0) =>
    rateOf(part, whole, minimum, z, asManyAs(whole, same))
  const { endedGrid, endedCommunity, endedSubdistrict, endedDistrict } = counts
  const ended = endedGrid + endedCommunity + endedSubdistrict + endedDistrict
  return {
    signedInTime: rate(counts.responded, counts.asked),
    // Not of what was closed: who closes what another let run out is neither late nor on time.
    onTime: rate(counts.closedOnTime, counts.closedOnTime + counts.endedLate + counts.openOverdue),
    solved: rate(counts.solved, counts.judged, alike.judged),
    satisfied: rate(counts.satisfied, counts.rated, alike.rated),
    // Reopened in this span, of a matter closed earlier: the whole is what was closed or came back.
    reopened: rate(counts.reopened, counts.closed + counts.reopened),
    inGrid: rate(endedGrid, ended),
    inCommunity: rate(endedGrid + endedCommunity, ended),
  }
}
