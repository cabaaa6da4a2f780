import { type HonestCount, SATISFIED } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'

type Span = readonly [from: number, until: number]
/** `joined`: verdicts of those whose matter was joined with the one that was answered. */
export type CountedTable = 'round' | 'response' | 'late' | 'joined'
/** Which tables a number is counted in, and which of their rows count in a span. */
export type Counted = {
  readonly of: readonly CountedTable[]
  readonly holds: (span: Span) => RawBuilder<boolean>
}

const inSpan = (column: string, [from, until]: Span) =>
  sql<boolean>`(${sql.ref(column)} >= ${at(from)} and ${sql.ref(column)} < ${at(until)})`
const round = (holds: (span: Span) => RawBuilder<boolean>): Counted => ({ of: ['round'], holds })
const response = (holds: (span: Span) => RawBuilder<boolean>): Counted => ({ of: ['response'], holds })
const late = (holds: (span: Span) => RawBuilder<boolean>): Counted => ({ of: ['late'], holds })
const verdict = (holds: (span: Span) => RawBuilder<boolean>): Counted => ({ of: ['round', 'joined'], holds })
const ended = (ending: string) => (span: Span) =>
  sql<boolean>`(r.ending = ${ending} and ${inSpan('r.ended_at', span)})`
const settledOn = (rung: string) => (span: Span) =>
  sql<boolean>`(not r.excluded and r.reopened_at is null and r.ending in ('closed', 'selfHandled') and r.rung = ${rung} and ${inSpan('r.ended_at', span)})`
const answered = (span: Span) => sql<boolean>`(not r.excluded and ${inSpan('r.stopped_at', span)})`
const judged = (span: Span) => sql<boolean>`(not r.excluded and ${inSpan('r.judged_at', span)})`
/** With a verdict, or come back without one; as two ranges, because no index serves a coalesce() under row-level security. */
const heard = (span: Span) => sql<boolean>`(not r.excluded and (${inSpan('r.judged_at', span)}
  or (r.judged_at is null and ${inSpan('r.reopened_at', span)})))`

/** What each number counts, in SQL: the same as `countHonestly` of the contract, which a test holds it against. */
export const CONDITIONS: Readonly<Record<HonestCount, Counted>> = {
  registered: round((span) => sql<boolean>`(r.round = 0 and ${inSpan('r.started_at', span)})`),
  asked: response(
    (span) => sql<boolean>`(${answered(span)} or (not r.excluded and r.started_at < ${at(span[1])}
      and (r.stopped_at is null or r.stopped_at >= ${at(span[1])}) and r.due_at < ${at(span[1])}))`,
  ),
  responded: response((span) => sql<boolean>`(${answered(span)} and r.stopped_at <= r.due_at)`),
  closed: round((span) => sql<boolean>`(not r.excluded and ${ended('closed')(span)})`),
  closedOnTime: round(
    (span) => sql<boolean>`(not r.excluded and ${ended('closed')(span)} and r.late_from is null)`,
  ),
  endedLate: late(
    (span) =>
      sql<boolean>`(not r.excluded and r.ending in ('closed', 'reopened') and ${inSpan('r.ended_at', span)} and r.late_from < r.ended_at)`,
  ),
  openOverdue: late(
    ([, until]) => sql<boolean>`(not r.excluded and r.started_at < ${at(until)}
      and (r.ended_at is null or r.ended_at >= ${at(until)}) and r.late_from < ${at(until)})`,
  ),
  judged: verdict(heard),
  solved: verdict((span) => sql<boolean>`(${judged(span)} and r.solved and r.reopened_at is null)`),
  rated: verdict((span) => sql<boolean>`(${judged(span)} and r.satisfaction is not null)`),
  satisfied: verdict((span) => sql<boolean>`(${judged(span)} and r.satisfaction >= ${SATISFIED})`),
  reopened: verdict((span) => sql<boolean>`(not r.excluded and ${inSpan('r.reopened_at', span)})`),
  merged: round(ended('merged')),
  transferred: round(ended('transferred')),
  withdrawn: round(ended('withdrawn')),
  excluded: round((span) => inSpan('r.excluded_at', span)),
  endedGrid: round(settledOn('grid')),
  endedCommunity: round(settledOn('community')),
  endedSubdistrict: round(settledOn('subdistrict')),
  endedDistrict: round(settledOn('district')),
}
