import type { AssignmentFact, ClockFact, FlagFact, KindMove, Refusal } from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'
import type { Assigned } from './assign.ts'
import {
  type ClockContext,
  dueAgain,
  dueFor,
  leftOf,
  onHold,
  running,
  stopClocks,
  stopClocksOf,
} from './clocks.ts'
import type { MoveState } from './move-state.ts'
import { leadOf } from './owner.ts'
import { inputMissing } from './rules.ts'
import { firstRung, rungAfter } from './rungs.ts'

export type ClockMove = {
  readonly assigned: Assigned
  readonly context: ClockContext
  readonly owner: Unit | undefined
  readonly to: string
  readonly fresh: () => string
  /** The deadline that whoever dispatches chose. */
  readonly dueAt: number | undefined
  readonly raised: readonly FlagFact[]
  readonly lowered: readonly FlagFact[]
}

/** What a move does to the clocks: stop, hold, go on, postpone, start; then the clocks of its flags and of the new state. */
export function moveClocks(
  move: KindMove,
  state: MoveState,
  plan: ClockMove,
): readonly ClockFact[] | Refusal {
  const { kind } = state
  const { now } = plan.context
  const clocks = [...stopped(move, state, plan)]
  const unitOf = (assignmentId: string | null) => {
    const of = plan.assigned.all.find((one) => one.id === assignmentId)
    return of ? state.units.find((unit) => unit.id === of.unitId) : plan.owner
  }
  const push = (
    clock: string,
    assignmentId: string | null,
    due: { dueAt: number; provisional: boolean },
    held?: ClockFact,
  ) => {
    const unit = unitOf(assignmentId)
    clocks.push({
      id: plan.fresh(),
      clock,
      assignmentId,
      startedAt: now,
      stoppedAt: null,
      firedAt: null,
      left: null,
      rung: held?.rung
        ? rungAfter(held.rung, { clock, startedAt: now, ...due }, unit, plan.context)
        : firstRung(clock, now, due.dueAt, unit, plan.context),
      ...due,
    })
  }
  const begin = (clock: string, assignmentId: string | null, unit: Unit | undefined, chosen?: number) => {
    const due = dueFor(clock, unit, plan.context)
    if (!due) return inputMissing([kind.clocks[clock]?.limit === 'item' ? 'itemCode' : 'dueAt'])
    push(clock, assignmentId, chosen === undefined ? due : { dueAt: chosen, provisional: false })
    return undefined
  }

  for (const name of move.pause ?? [])
    for (const [index, clock] of clocks.entries())
      if (running(clock) && clock.clock === name)
        clocks[index] = {
          ...clock,
          stoppedAt: now,
          left: leftOf(clock, unitOf(clock.assignmentId), plan.context),
        }
  for (const name of move.resume ?? [])
    for (const clock of onHold(clocks, name))
      push(name, clock.assignmentId, dueAgain(clock, unitOf(clock.assignmentId), plan.context), clock)
  if (move.postpone) postpone(move.postpone, clocks, plan, push)
  for (const name of move.start) {
    for (const one of plan.assigned.touched) {
      const chosen = kind.clocks[name]?.limit === 'item' ? plan.dueAt : undefined
      const refused = begin(name, one.id, unitOf(one.id), chosen)
      if (refused) return refused
    }
  }
  for (const { flag, unitId, ownerUnitId } of plan.raised) {
    const asks = kind.flags?.[flag]?.asks
    if (!asks) continue
    const of = kind.flags?.[flag]?.per === 'unit' ? ownAssignment(plan.assigned, unitId) : null
    const decider = state.units.find((unit) => unit.id === ownerUnitId)
    const refused = begin(asks.clock, of, decider)
    if (refused) return refused
  }
  // The clock of the state starts by itself, unless it belongs to assignments or runs already. A move that stops it
  // and stays (triage again) starts it anew: no open state is ever without.
  const own = kind.states[plan.to]?.clock
  if (
    own &&
    !kind.clocks[own]?.perAssignment &&
    !clocks.some((clock) => running(clock) && clock.clock === own)
  ) {
    const refused = begin(own, null, plan.owner)
    if (refused) return refused
  }
  return clocks
}

/** What a move stops by name, what those it released were running, and the clocks of the questions that it answers. */
function stopped(move: KindMove, { kind, facts }: MoveState, plan: ClockMove): readonly ClockFact[] {
  const { now } = plan.context
  const named = stopClocks(facts.clocks, move.stop, plan.assigned.mine, now)
  const released = stopClocksOf(named, plan.assigned.released, now)
  return plan.lowered.reduce((clocks, { flag, unitId }) => {
    const { asks, per } = kind.flags?.[flag] ?? {}
    if (!asks) return clocks
    const of = per === 'unit' ? ownAssignment(plan.assigned, unitId) : null
    return stopClocks(clocks, [asks.clock], of, now)
  }, released)
}

const ownAssignment = ({ all }: Assigned, unitId: string | null): string | null =>
  all.findLast((one) => one.unitId === unitId)?.id ?? null

/** The running clock of whoever asked ends, and one of the same name begins with the date that was granted. */
function postpone(
  name: string,
  clocks: ClockFact[],
  { assigned, context, dueAt, lowered }: ClockMove,
  push: (clock: string, assignmentId: string | null, due: { dueAt: number; provisional: boolean }) => void,
): void {
  const [asked] = lowered
  const of = asked ? ownAssignment(assigned, asked.unitId) : null
  const date = dueAt ?? asked?.until
  if (date === undefined || date === null) return
  for (const [index, clock] of clocks.entries()) {
    if (!running(clock) || clock.clock !== name || (of !== null && clock.assignmentId !== of)) continue
    clocks[index] = { ...clock, stoppedAt: context.now }
    push(name, clock.assignmentId, { dueAt: date, provisional: false })
    return
  }
}

/** The deadline of a state: its clock, of the lead unit where each unit has one; else the next of all that run. */
export function dueOf(
  name: string | undefined,
  clocks: readonly ClockFact[],
  round: readonly AssignmentFact[],
): number {
  const open = clocks.filter(running)
  const named = open.filter((clock) => clock.clock === name)
  const lead = leadOf(round)
  const found =
    named.find((clock) => clock.assignmentId === lead?.id) ??
    named[0] ??
    open.sort((a, b) => a.dueAt - b.dueAt)[0]
  if (!found) throw new Error(`an open state without a running clock: ${name ?? 'none named'}`)
  return found.dueAt
}
