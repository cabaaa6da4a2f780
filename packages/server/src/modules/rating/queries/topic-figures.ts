import { DAY_MS, monthSpan, type TopicFigure, type TopicView } from '@lianxin/contract'
import type { Recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { countsOf, type Span, type SpanCounts } from './recurrence-cells.ts'

/** As long as the effect is watched, and no longer: what happens years later is not the topic's. */
const WATCHED_MS = 30 * DAY_MS
const YEAR_MS = 365 * DAY_MS
/** Fewer expected than this: a difference says nothing. */
const LEAST_EXPECTED = 5

type About = Pick<TopicView, 'itemCode' | 'placeCode' | 'openedAt'> & { readonly month: string }
export type TopicFigures = Pick<
  TopicView,
  'recounting' | 'before' | 'after' | 'yearBefore' | 'usual' | 'tooFewToSay'
>

/** A part of what is counted anew is no figure. */
export const unknownFigures = (recounting: Recounting): TopicFigures => ({
  ...{ recounting, before: null, after: null, yearBefore: null, usual: null, tooFewToSay: false },
})

/**
 * Thirty days before it was proposed against the first thirty since the measures were done. What is proposed was often an
 * unusually bad month, and part of that settles by itself: beside them stand what was usual, and the same days a year
 * before. `since`: before that nothing was counted, and none is no number.
 */
export async function figuresOf(
  tx: Tx,
  { itemCode, placeCode, openedAt, month }: About,
  finishedAt: number | null,
  since: number | null,
): Promise<TopicFigures> {
  const until = Math.min(monthSpan(month)[1], openedAt)
  const before: Span = [until - WATCHED_MS, until]
  const after: Span | null =
    finishedAt === null ? null : [finishedAt, Math.min(tx.now, finishedAt + WATCHED_MS)]
  const usual: Span = [before[0] - YEAR_MS, before[0]]
  const [from, to] = after ?? before
  const yearBefore: Span = [from - YEAR_MS, to - YEAR_MS]
  const counts = await countsOf(tx, itemCode, placeCode, {
    ...{ before, usual, yearBefore },
    after: after ?? before,
  })
  const reaches = ([start]: Span) => since !== null && since <= start
  const figures = {
    before: figureOf(before, counts.before, counts.usual),
    after: after && figureOf(after, counts.after, counts.usual),
  }
  const expected = figures.before.expected ?? 0
  return {
    recounting: null,
    ...figures,
    yearBefore: reaches(yearBefore)
      ? { from: yearBefore[0], until: yearBefore[1], counted: counts.yearBefore.here }
      : null,
    usual: reaches(usual)
      ? { from: usual[0], until: usual[1], perThirtyDays: (counts.usual.here * WATCHED_MS) / YEAR_MS }
      : null,
    tooFewToSay: Math.min(expected, figures.after?.expected ?? expected) < LEAST_EXPECTED,
  }
}

/**
 * The count of a span and what the place would have had with the share of the district's matters that it had in the
 * year before: a season raises the district with it, so that warm weather is nobody's success.
 */
const figureOf = ([from, until]: Span, { here, everywhere }: SpanCounts, usual: SpanCounts): TopicFigure => ({
  ...{ from, until, counted: here },
  expected: usual.everywhere === 0 ? null : (everywhere * usual.here) / usual.everywhere,
})
