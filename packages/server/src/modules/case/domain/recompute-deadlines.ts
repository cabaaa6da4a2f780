import type { CaseStep, ClockFact, HolidayCalendar, Kind } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import { type CaseFacts, circleIdOf, presentRound } from './case-facts.ts'
import { dueFor, running } from './clocks.ts'
import { ids } from './decide-move.ts'
import { dueOf } from './move-clocks.ts'
import { rungAfter } from './rungs.ts'

/** The name that such a step carries instead of a move's: nobody made it. */
export const RECOMPUTED = 'recompute'

export type Recomputation = {
  readonly facts: CaseFacts
  readonly kind: Kind
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
  /** Calendars of before, by one of which a deadline was computed if nobody set it by hand. */
  readonly earlier: readonly HolidayCalendar[]
  readonly freshIds: readonly string[]
}

/**
 * The holidays of a year have been published or corrected: running clocks are computed again from their start. A deadline that
 * no calendar explains was set by a person and stays. No event when nothing changes, so that looking twice does nothing.
 */
export function recomputeDeadlines(state: Recomputation): readonly NewEvent<CaseStep>[] {
  const { facts, kind } = state
  const clocks = facts.clocks.map((clock) => again(clock, state))
  if (facts.closedAt !== null || clocks.every((clock, index) => clock === facts.clocks[index])) return []
  const { id, version, state: at, provisional: _provisional, ...columns } = facts
  const payload: CaseStep = {
    ...columns,
    ...{ move: RECOMPUTED, from: at, to: at, contentIds: [], fileIds: [], unitId: null },
    ...{ assignmentId: null, scores: null, tally: null, dutyCode: null },
    circle: facts.circle && [...facts.circle],
    partyIds: [...facts.partyIds],
    clocks,
    dueAt: dueOf(kind.states[at]?.clock, clocks, presentRound(facts)),
  }
  return [
    {
      id: ids(state.freshIds)(),
      type: 'case.deadlinesRecomputed',
      stream: 'case',
      streamId: id,
      streamVersion: version + 1,
      payload,
      circleId: circleIdOf(facts),
    },
  ]
}

function again(clock: ClockFact, state: Recomputation): ClockFact {
  if (!running(clock)) return clock
  const { facts, kind, item, units, calendar, earlier } = state
  const of = facts.assignments.find((one) => one.id === clock.assignmentId)?.unitId ?? facts.ownerUnitId
  const unit = units.find((one) => one.id === of)
  const { level, choices } = facts
  const by = (days: HolidayCalendar) => ({
    ...{ kind, item, level, calendar: days, now: clock.startedAt, choices, until: null },
  })
  const dueBy = (days: HolidayCalendar) => dueFor(clock.clock, unit, by(days))
  const counted = clock.provisional || earlier.some((days) => dueBy(days)?.dueAt === clock.dueAt)
  const due = (counted && dueBy(calendar)) || clock
  const rung = clock.rung ? rungAfter(clock.rung, { ...clock, ...dueOnly(due) }, unit, by(calendar)) : null
  const same =
    due.dueAt === clock.dueAt &&
    due.provisional === clock.provisional &&
    rung?.at === clock.rung?.at &&
    rung?.provisional === clock.rung?.provisional
  return same ? clock : { ...clock, ...dueOnly(due), rung }
}

const dueOnly = ({ dueAt, provisional }: Pick<ClockFact, 'dueAt' | 'provisional'>) => ({ dueAt, provisional })
