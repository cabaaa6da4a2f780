import type { CaseStep, ClockFact, HolidayCalendar, Kind } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import { type CaseFacts, presentRound } from './case-facts.ts'
import { dueFor, running } from './clocks.ts'
import { dueOf, ids } from './decide-move.ts'

/** The name that such a step carries instead of a move's: nobody made it. */
export const RECOMPUTED = 'recompute'

export type Recomputation = {
  readonly facts: CaseFacts
  readonly kind: Kind
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
  readonly freshIds: readonly string[]
}

/**
 * The holidays of a year have been published: running clocks that were marked provisional are computed again from their
 * start. No event when nothing changes, so that looking twice does nothing.
 */
export function recomputeDeadlines(state: Recomputation): readonly NewEvent<CaseStep>[] {
  const { facts, kind } = state
  const clocks = facts.clocks.map((clock) => again(clock, state))
  if (facts.closedAt !== null || clocks.every((clock, index) => clock === facts.clocks[index])) return []
  const { id, version, state: at, provisional: _provisional, ...columns } = facts
  const payload: CaseStep = {
    ...columns,
    ...{ move: RECOMPUTED, from: at, to: at, contentIds: [], fileIds: [], unitId: null },
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
    },
  ]
}

function again(clock: ClockFact, { facts, kind, item, units, calendar }: Recomputation): ClockFact {
  if (!running(clock) || !clock.provisional) return clock
  const of = facts.assignments.find((one) => one.id === clock.assignmentId)?.unitId ?? facts.ownerUnitId
  const unit = units.find((one) => one.id === of)
  const due = dueFor(clock.clock, unit, { kind, item, calendar, now: clock.startedAt })
  if (!due || (due.dueAt === clock.dueAt && due.provisional)) return clock
  return { ...clock, ...due }
}
