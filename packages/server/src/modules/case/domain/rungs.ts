import {
  type Climb,
  type ClockFact,
  type ClockKind,
  type ClockRule,
  type ClockRung,
  deadline,
  elapsed,
  HOUR_MS,
  OFFICE_HOURS,
  ownRungs,
  rungsFor,
} from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'
import { type ClockContext, hoursOf } from './clocks.ts'

/** The end of the limit is the clock's own moment: it fires whether a rung stands there or not. */
export const WHOLE = 100

export type OnLadder = Pick<ClockContext, 'kind' | 'item' | 'level' | 'choices'>
type Span = Pick<ClockFact, 'clock' | 'startedAt' | 'dueAt'>

/** What a clock is counted in from which the ladder leads up: the limit that the catalogue promises, or one that its kind marks. */
function countedIn(clock: string, { kind, item, choices }: Omit<OnLadder, 'level'>): ClockKind | undefined {
  const { limit, laddered } = kind.clocks[clock] ?? {}
  if (limit === 'item') return item?.clockKind
  if (!laddered || !limit) return undefined
  if ('until' in limit) return 'workingDay'
  return 'choice' in limit ? limit.of[choices[limit.choice] ?? '']?.kind : limit.kind
}

/** Is it a limit that was promised to whoever raised the matter, rather than one between units? */
export const isPromised = (clock: string, { kind }: Pick<OnLadder, 'kind'>): boolean =>
  kind.clocks[clock]?.limit === 'item'

/** The rungs that lead up from this clock, soonest first: those of the item where it has its own, else those of its level. */
export function rungsOf(clock: string, { kind, item, level, choices }: OnLadder): readonly Climb[] {
  const counts = countedIn(clock, { kind, item, choices })
  if (!kind.ladder || !counts) return []
  const own = item ? ownRungs(kind.itemLadders ?? [], item.code) : []
  return own.length > 0 ? own : rungsFor(kind.ladder, level, counts)
}

/** Where a clock that begins now stands; null where no ladder leads up from it. */
export function firstRung(
  clock: string,
  startedAt: number,
  dueAt: number,
  unit: Unit | undefined,
  context: ClockContext,
): ClockRung | null {
  if (rungsOf(clock, context).length === 0) return null
  const rule = shareRule(clock, unit, context)
  // A date set by hand may lie in hours that do not count: then every hour does.
  const wholeHours =
    stepOf(clock, context) ??
    (elapsed({ ...rule, startAt: startedAt }, dueAt) || (dueAt - startedAt) / HOUR_MS)
  const none = { reached: 0, at: null, provisional: false, wholeHours }
  return rungAfter(none, { clock, startedAt, dueAt }, unit, context)
}

/** What counts as the whole of a limit that is a date, in working hours. */
const stepOf = (clock: string, { kind }: OnLadder): number | undefined => {
  const laddered = kind.clocks[clock]?.laddered
  return typeof laddered === 'object' ? laddered.workingHours : undefined
}

/** The next rung after those that were reached, over this stretch of the clock. */
export function rungAfter(
  { reached, wholeHours }: Pick<ClockRung, 'reached' | 'wholeHours'>,
  span: Span,
  unit: Unit | undefined,
  context: ClockContext,
): ClockRung {
  const next = percentAfter(reached, span.clock, context)
  if (next === undefined) return { reached, at: null, provisional: false, wholeHours }
  const { dueAt, provisional } = momentOf(next, wholeHours, span, shareRule(span.clock, unit, context))
  return { reached, at: dueAt, provisional, wholeHours }
}

/** Which rung comes next, in per cent of the limit. */
export const percentAfter = (reached: number, clock: string, ladder: OnLadder): number | undefined =>
  rungsOf(clock, ladder).find(({ afterPercent }) => afterPercent > reached && afterPercent !== WHOLE)
    ?.afterPercent

/** How many of its moments have come: rungs, and the end of its limit. */
export const momentsPast = ({ clock, firedAt, rung }: ClockFact, ladder: OnLadder): number =>
  rungsOf(clock, ladder).filter(
    ({ afterPercent }) => afterPercent !== WHOLE && afterPercent <= (rung?.reached ?? 0),
  ).length + (firedAt === null ? 0 : 1)

function momentOf(percent: number, wholeHours: number, { startedAt, dueAt }: Span, rule: ClockRule) {
  const hours = (wholeHours * percent) / WHOLE
  if (percent > WHOLE) return deadline({ ...rule, startAt: dueAt, limit: hours - wholeHours })
  const used = wholeHours - elapsed({ ...rule, startAt: startedAt }, dueAt)
  const found = deadline({ ...rule, startAt: startedAt, limit: Math.max(0, hours - used) })
  return { ...found, dueAt: Math.min(dueAt, found.dueAt) }
}

/**
 * A share of a limit is measured in the hours that count for it: half of three working days is half of the office hours in
 * them. Working days are the nation's, also for a unit that never closes.
 */
function shareRule(clock: string, unit: Unit | undefined, context: ClockContext): ClockRule {
  const kind = countedIn(clock, context)
  const counts = kind === 'workingDay' || kind === 'workingHour' ? 'workingHour' : 'urgentHour'
  const own = hoursOf(unit, context)
  const hours = kind === 'workingDay' && own === 'always' ? (context.kind.hours ?? OFFICE_HOURS) : own
  return { kind: counts, hours, calendar: context.calendar }
}
