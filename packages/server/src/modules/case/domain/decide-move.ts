import {
  type AssignmentFact,
  type CaseStep,
  isRefusal,
  type MoveInput,
  type Refusal,
  refuse,
  type Standing,
  stateNameFor,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { assign } from './assign.ts'
import { circleIdOf, presentRound } from './case-facts.ts'
import { namedBy } from './circle.ts'
import { type ClockContext, stopClocks } from './clocks.ts'
import { holds, unfit } from './conditions.ts'
import { isAtEnd } from './ends.ts'
import { flagRefusal, keptFlags, loweredBy, raisedBy, unitOfFlags } from './flags.ts'
import { answerOf } from './joined-answer.ts'
import { rungAbove, rungOf } from './ladder.ts'
import { dueOf, moveClocks } from './move-clocks.ts'
import type { MoveState } from './move-state.ts'
import { leadOf, type OwnerQuestion, ownerOf } from './owner.ts'
import { missingInput, ruleBroken, unaskedInput, withdrawnUnits } from './rules.ts'

/** The engine: one function for every move of every kind. It knows no kind by name. */
export function decideMove(
  state: MoveState,
  input: MoveInput,
  now: number,
): readonly NewEvent<CaseStep>[] | Refusal {
  const { facts, kind } = state
  const move = kind.moves[input.move]
  if (!move?.from.includes(facts.state))
    return refuse('case.move-impossible', {
      // In the words of whoever asked: a requester has no account.
      state: stateNameFor(kind, facts.state, state.accountId === null ? 'requester' : 'staff'),
    })
  const flagUnit = unitOfFlags(move, state, input.assignmentId)
  const refused =
    unaskedInput(move, input) ??
    missingInput(move, input) ??
    unfit(move, state, input) ??
    flagRefusal(move, state, flagUnit) ??
    ruleBroken(move, state, input, now)
  if (refused) return refused

  const fresh = ids(state.freshIds)
  const assigned = assign(move, state, input, fresh)
  if (isRefusal(assigned)) return assigned
  const choices = { ...facts.choices, ...input.choices }
  const met = { move, state, input, choices, assigned, flagUnit }
  const outcome = move.outcomes.find(({ when }) => holds(when, met))
  const to = outcome?.to ?? facts.state
  const target = kind.states[to]
  if (!target) throw new Error(`kind ${kind.kind} has no state ${to}`)
  // A parent does not close before its children, whoever would close it.
  if (state.around.openChildren > 0 && to !== facts.state && isAtEnd(kind, to))
    return refuse('case.children-open')

  const reopenedCount = facts.reopenedCount + (target.reopens && to !== facts.state ? 1 : 0)
  const isNewItem = input.itemCode !== undefined || facts.itemCode === null
  const level = input.level ?? (isNewItem && state.item ? state.item.level : facts.level)
  const climbed = move.climbs ? Math.max(facts.climbed, rungAbove(facts.rung) ?? 0) : facts.climbed
  const round = presentRound({ assignments: assigned.all, reopenedCount })
  const { communityCode, initiatorUnitId } = facts
  const withdrawing = move.raise?.includes('recusedUnit') ? [flagUnit ?? state.ownUnitId ?? ''] : []
  const question: OwnerQuestion = {
    ...{ units: state.units, communityCode, level, climbed, assignments: round, initiatorUnitId },
    withdrawn: [...withdrawnUnits(facts), ...withdrawing],
  }
  const owner = target.owner && ownerOf(target.owner, question)
  const open = target.tone !== 'closed'
  const lowered = loweredBy(move, state, flagUnit)
  const raised = raisedBy(move, {
    ...{ state, question, flagUnit, assigned, now, fresh, holder: owner?.id ?? null },
    ...{ until: input.dueAt ?? null, more: outcome?.raise ?? [] },
  })
  const context: ClockContext = {
    ...{ kind, item: state.item, level, calendar: state.calendar, now, choices },
    until: input.dueAt ?? lowered[0]?.until ?? null,
  }

  const clocks = moveClocks(move, state, {
    ...{ assigned, context, owner, to, fresh, raised, lowered, dueAt: input.dueAt },
  })
  if (isRefusal(clocks)) return clocks
  const newRound = reopenedCount > facts.reopenedCount
  const flags = keptFlags({ state, lowered, raised, assigned, newRound, open })
  const running = open ? clocks : stopClocks(clocks, Object.keys(kind.clocks), null, now)
  // A matter closes with the verdict of its last round, or with none: an earlier “not solved” is in the history.
  const stillToJudge = !open || target.reopens
  const lead = leadOf(round)
  const named = namedBy(move, facts, input)
  const payload: CaseStep = {
    kind: facts.kind,
    kindVersion: facts.kindVersion,
    move: input.move,
    from: facts.state,
    to,
    placeCode: facts.placeCode,
    communityCode,
    gridCode: facts.gridCode,
    itemCode: state.item?.code ?? facts.itemCode,
    itemVersion: state.item?.version ?? facts.itemVersion,
    level,
    ownerUnitId: owner?.id ?? null,
    unitIds: unitsOf(
      [owner?.id, facts.admissionId === null ? null : initiatorUnitId],
      assigned.all,
      flags.map((one) => one.ownerUnitId),
    ),
    reporterId: facts.reporterId,
    dueAt: open ? dueOf(target.clock, clocks, round) : null,
    openedAt: facts.openedAt,
    closedAt: open ? null : (facts.closedAt ?? now),
    reopenedCount,
    solved: input.solved ?? (stillToJudge ? null : facts.solved),
    satisfaction: input.satisfaction ?? (stillToJudge ? null : facts.satisfaction),
    assignments: [...assigned.all],
    clocks: [...running],
    flags,
    choices,
    counts: move.count
      ? { ...facts.counts, [move.count]: (facts.counts[move.count] ?? 0) + 1 }
      : facts.counts,
    climbed,
    rung:
      target.rung ??
      rungAfter(
        facts.rung,
        owner ?? (open || !lead ? undefined : state.units.find((unit) => unit.id === lead.unitId)),
      ),
    initiatorUnitId,
    admissionId: facts.admissionId,
    // What goes on by itself is joined with nothing any more.
    mergedIntoId: move.link === 'mergedInto' ? (input.otherId ?? null) : open ? null : facts.mergedIntoId,
    contentIds: [...state.contentIds],
    fileIds: [...(input.fileIds ?? [])],
    unitId: state.ownUnitId,
    assignmentId: assigned.mine,
    scores: input.scores ?? null,
    tally: input.tally ?? null,
    dutyCode: input.dutyCode ?? null,
    partyIds: [...facts.partyIds],
    ...named,
    circle: named.circle && [...named.circle],
    ...answerOf(state.around.joined),
  }
  return [
    {
      id: fresh(),
      type: `case.${move.event}`,
      stream: 'case',
      streamId: facts.id,
      streamVersion: facts.version + 1,
      payload,
      circleId: circleIdOf(facts),
    },
  ]
}

const rungAfter = (before: Standing, unit: MoveState['units'][number] | undefined): Standing =>
  unit ? rungOf(unit) : before

/** Who may see it: its owner, the department that placed it, whoever has or had an assignment that was not given back, whoever is asked to decide. */
const unitsOf = (
  both: readonly (string | null | undefined)[],
  assignments: readonly AssignmentFact[],
  deciders: readonly (string | null)[],
): string[] => [
  ...new Set([
    ...both.filter((id) => typeof id === 'string'),
    ...assignments.filter((one) => one.state !== 'returned').map((one) => one.unitId),
    ...deciders.filter((id) => id !== null),
  ]),
]

/** Hands out ids that were minted beforehand. */
export function ids(minted: readonly string[]): () => string {
  let used = 0
  return () => {
    const id = minted[used++]
    if (!id) throw new Error('too few ids were minted')
    return id
  }
}
