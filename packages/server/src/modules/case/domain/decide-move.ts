import {
  type AssignmentFact,
  type CaseStep,
  type ClockFact,
  type Condition,
  isRefusal,
  type KindMove,
  type MoveInput,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Unit } from '../../org/index.ts'
import { assign } from './assign.ts'
import { presentRound } from './case-facts.ts'
import { type ClockContext, dueFor, running, stopClocks } from './clocks.ts'
import type { MoveState } from './move-state.ts'
import { leadOf, ownerOf } from './owner.ts'
import { inputMissing, missingInput, ruleBroken, unaskedInput } from './rules.ts'

/** The engine: one function for every move of every kind. It knows no kind by name. */
export function decideMove(
  state: MoveState,
  input: MoveInput,
  now: number,
): readonly NewEvent<CaseStep>[] | Refusal {
  const { facts, kind } = state
  const move = kind.moves[input.move]
  if (!move?.from.includes(facts.state))
    return refuse('case.move-impossible', { state: kind.states[facts.state]?.name ?? facts.state })
  const refused =
    unaskedInput(move, input) ?? missingInput(move, input) ?? ruleBroken(move, state, input, now)
  if (refused) return refused

  const fresh = ids(state.freshIds)
  const assigned = assign(move.assignment, state, input, fresh)
  if (isRefusal(assigned)) return assigned
  const to =
    move.outcomes.find(({ when }) =>
      holds(when, input, presentRound({ ...facts, assignments: assigned.all })),
    )?.to ?? facts.state
  const target = kind.states[to]
  if (!target) throw new Error(`kind ${kind.kind} has no state ${to}`)

  const reopenedCount = facts.reopenedCount + (target.reopens && to !== facts.state ? 1 : 0)
  const level = input.level ?? (input.itemCode && state.item ? state.item.level : facts.level)
  const context: ClockContext = { kind, item: state.item, calendar: state.calendar, now }
  const round = presentRound({ assignments: assigned.all, reopenedCount })
  const owner =
    target.owner &&
    ownerOf(target.owner, {
      units: state.units,
      communityCode: facts.communityCode,
      level,
      assignments: round,
    })

  const clocks = moveClocks(move, state, { assigned, context, owner, to, fresh, dueAt: input.dueAt })
  if (isRefusal(clocks)) return clocks
  const open = target.tone !== 'closed'
  const dueAt = open ? dueOf(target.clock, clocks, round) : null
  const unitIds = [
    ...new Set([
      ...(owner ? [owner.id] : []),
      ...assigned.all.filter((one) => one.state !== 'returned').map((one) => one.unitId),
    ]),
  ]
  // A matter closes with the verdict of its last round, or with none: an earlier “not solved” is in the history.
  const stillToJudge = !open || target.reopens
  const payload: CaseStep = {
    kind: facts.kind,
    kindVersion: facts.kindVersion,
    move: input.move,
    from: facts.state,
    to,
    placeCode: facts.placeCode,
    communityCode: facts.communityCode,
    gridCode: facts.gridCode,
    itemCode: state.item?.code ?? facts.itemCode,
    itemVersion: state.item?.version ?? facts.itemVersion,
    level,
    ownerUnitId: owner?.id ?? null,
    unitIds,
    reporterId: facts.reporterId,
    dueAt,
    openedAt: facts.openedAt,
    closedAt: open ? null : (facts.closedAt ?? now),
    reopenedCount,
    solved: input.solved ?? (stillToJudge ? null : facts.solved),
    satisfaction: input.satisfaction ?? (stillToJudge ? null : facts.satisfaction),
    assignments: [...assigned.all],
    clocks: [...(open ? clocks : stopClocks(clocks, Object.keys(kind.clocks), null, now))],
    contentIds: [...state.contentIds],
    fileIds: [...(input.fileIds ?? [])],
    unitId: state.ownUnitId,
  }
  return [
    {
      id: fresh(),
      type: `case.${move.event}`,
      stream: 'case',
      streamId: facts.id,
      streamVersion: facts.version + 1,
      payload,
    },
  ]
}

/** Hands out ids that were minted beforehand. */
export function ids(minted: readonly string[]): () => string {
  let used = 0
  return () => {
    const id = minted[used++]
    if (!id) throw new Error('too few ids were minted')
    return id
  }
}

function holds(when: Condition | undefined, input: MoveInput, round: readonly AssignmentFact[]): boolean {
  if (!when) return true
  if ('input' in when) return input[when.input] === when.is
  const open = round.some((one) => one.state === 'sent' || one.state === 'signed')
  return when.assignments === 'noneOpen' ? !open : !open && round.some((one) => one.state === 'done')
}

type ClockMove = {
  readonly assigned: {
    readonly all: readonly AssignmentFact[]
    readonly touched: readonly AssignmentFact[]
    readonly mine: string | null
  }
  readonly context: ClockContext
  readonly owner: Unit | undefined
  readonly to: string
  readonly fresh: () => string
  readonly dueAt: number | undefined
}

function moveClocks(move: KindMove, state: MoveState, plan: ClockMove): readonly ClockFact[] | Refusal {
  const { kind } = state
  const { now } = plan.context
  const clocks = [...stopClocks(state.facts.clocks, move.stop, plan.assigned.mine, now)]
  const begin = (
    clock: string,
    unit: Unit | undefined,
    assignmentId: string | null,
    chosen: number | undefined,
  ) => {
    const due = dueFor(clock, unit, plan.context)
    if (!due) return inputMissing(['itemCode'])
    const fact = { dueAt: chosen ?? due.dueAt, provisional: chosen === undefined && due.provisional }
    clocks.push({
      id: plan.fresh(),
      clock,
      assignmentId,
      startedAt: now,
      stoppedAt: null,
      firedAt: null,
      ...fact,
    })
    return undefined
  }
  for (const name of move.start) {
    for (const one of plan.assigned.touched) {
      const unit = state.units.find((candidate) => candidate.id === one.unitId)
      const refused = begin(name, unit, one.id, name === 'handle' ? plan.dueAt : undefined)
      if (refused) return refused
    }
  }
  // The clock of the state starts by itself, unless it belongs to assignments or runs already. A move that stops it
  // and stays (triage again) starts it anew: no open state is ever without.
  const own = kind.states[plan.to]?.clock
  if (
    own &&
    !kind.clocks[own]?.perAssignment &&
    !clocks.some((clock) => running(clock) && clock.clock === own)
  ) {
    const refused = begin(own, plan.owner, null, undefined)
    if (refused) return refused
  }
  return clocks
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
