import {
  type AssignmentEffect,
  type AssignmentFact,
  type AssignmentState,
  isOpenUnit,
  type KindMove,
  type MoveInput,
  mayCallIn,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { presentRound } from './case-facts.ts'
import type { MoveState } from './move-state.ts'
import { isBusy, leadOf } from './owner.ts'

/** `all`: every assignment afterwards. `touched`: those that the move made or changed. `mine`: the one that it is about, when it is about one. `released`: those of others that it let go. */
export type Assigned = {
  readonly all: readonly AssignmentFact[]
  readonly touched: readonly AssignmentFact[]
  readonly mine: string | null
  readonly released: readonly string[]
}

/** Applies a move's effect on assignments. */
export function assign(
  move: KindMove,
  state: MoveState,
  input: MoveInput,
  fresh: () => string,
): Assigned | Refusal {
  const changed = change(move, state, input, fresh)
  if ('refusal' in changed) return changed
  const kept = changed.touched.map((one) => one.id)
  const others = presentRound({ ...state.facts, assignments: changed.all })
    .filter((one) => move.others?.from.includes(one.state) && !kept.includes(one.id))
    .map((one) => ({ ...one, state: move.others?.to ?? one.state }))
  return withoutFreed(
    laidOver(changed.all, others),
    { ...changed, released: others.map(({ id }) => id) },
    state,
  )
}

const laidOver = (all: readonly AssignmentFact[], changed: readonly AssignmentFact[]) =>
  all.map((one) => changed.find(({ id }) => id === one.id) ?? one)

/** Units that took it on: from then on whoever gave it back has nothing to answer for. */
const TAKEN: readonly AssignmentState[] = ['signed', 'arrived', 'done']

/**
 * 首接负责: whoever gave it back stays answerable until another signs, and nobody else does: not a co-handler beside a lead, not
 * a lead beside somebody who has signed, not a second one that never signed while the first still answers for it.
 */
function withoutFreed(all: readonly AssignmentFact[], assigned: Assigned, { facts }: MoveState): Assigned {
  const answered = leadOf(presentRound(facts))?.id
  const round = presentRound({ ...facts, assignments: all })
  const yielded = round.filter(({ state }) => state === 'yielded')
  const first = yielded.find(({ id }) =>
    facts.assignments.some((one) => one.id === id && one.state === 'yielded'),
  )
  const isFree = ({ id }: AssignmentFact) =>
    round.some((one) => one.id !== id && TAKEN.includes(one.state)) || id !== (first?.id ?? answered)
  const freed = yielded.filter(isFree).map((one) => ({ ...one, state: 'returned' as const }))
  return {
    ...assigned,
    all: laidOver(all, freed),
    touched: laidOver(assigned.touched, freed),
    released: [...assigned.released, ...freed.map(({ id }) => id)],
  }
}

function change(
  { assignment: effect }: KindMove,
  state: MoveState,
  input: MoveInput,
  fresh: () => string,
): Assigned | Refusal {
  const { facts } = state
  if (!effect) return { all: facts.assignments, touched: [], mine: null, released: [] }
  if ('create' in effect) return create(effect, state, input, fresh)
  const round = presentRound(facts)
  const inState = (from: readonly AssignmentState[]) => round.filter((one) => from.includes(one.state))
  if ('all' in effect) return become(state, inState(effect.all.from), effect.all.to, null)
  if ('mine' in effect) {
    const own = inState(effect.mine.from).find((one) => one.unitId === state.ownUnitId)
    return own
      ? become(state, [own], effect.mine.to ?? own.state, own.id)
      : refuse('case.not-your-assignment')
  }
  if ('chosen' in effect) {
    const chosen = inState(effect.chosen.from).find((one) => one.id === input.assignmentId)
    return chosen
      ? become(state, [chosen], effect.chosen.to ?? chosen.state, chosen.id)
      : refuse('case.assignment-unknown')
  }
  const met = inState(effect.byCode.from).find((one) => shows(one, state, input.arrivalCode))
  return met ? become(state, [met], effect.byCode.to, met.id) : refuse('case.code-wrong')
}

/** Both sides were there: each enters what only the other can show. */
function shows(one: AssignmentFact, { around, facts, ownUnitId }: MoveState, code: string | undefined) {
  const codes = around.codes[one.id]
  if (!codes || code === undefined) return false
  if (ownUnitId === one.unitId) return code === codes.ofInitiator
  return ownUnitId === facts.initiatorUnitId && code === codes.ofUnit
}

function become(
  state: MoveState,
  changing: readonly AssignmentFact[],
  to: AssignmentState,
  mine: string | null,
): Assigned {
  const handler = to === 'done' && state.accountId !== null ? [state.accountId] : []
  const touched = changing.map((one) => ({
    ...one,
    // Whoever rates what was done already did not do it.
    handledBy: one.state === to ? one.handledBy : [...new Set([...one.handledBy, ...handler])],
    state: to,
  }))
  return { all: laidOver(state.facts.assignments, touched), touched, mine, released: [] }
}

function create(
  effect: Extract<AssignmentEffect, { create: unknown }>,
  state: MoveState,
  input: MoveInput,
  fresh: () => string,
): Assigned | Refusal {
  const { facts, ownUnitId, units } = state
  const who = effect.create
  const chosen =
    who === 'ownUnit' ? [{ unitId: ownUnitId ?? '', role: 'lead' as const }] : (input.units ?? [])
  if (who === 'ownUnit' && ownUnitId === null) return refuse('auth.denied')
  const busy = presentRound(facts).filter(isBusy)
  const unitIds = [...chosen, ...busy].map((one) => one.unitId)
  if (new Set(unitIds).size !== unitIds.length) return refuse('case.unit-twice')
  const beside = who === 'coHandlers'
  if (!beside && chosen.filter((one) => one.role === 'lead').length !== 1) return refuse('case.one-lead')
  const joins = beside || busy.some((one) => one.role === 'lead')
  if (
    !chosen.every((one) =>
      units.some((unit) => unit.id === one.unitId && (who === 'ownUnit' || isOpenUnit(unit))),
    )
  )
    return refuse('case.unit-unknown')
  if ('peersOnly' in effect && !areCallable(chosen, state)) return refuse('case.unit-not-callable')
  const touched = chosen.map(
    ({ unitId, role }): AssignmentFact => ({
      id: fresh(),
      unitId,
      role: joins ? 'coHandler' : role,
      state: who === 'ownUnit' ? 'signed' : 'sent',
      round: facts.reopenedCount,
      handledBy: [],
    }),
  )
  return { all: [...facts.assignments, ...touched], touched, mine: null, released: [] }
}

const areCallable = (chosen: NonNullable<MoveInput['units']>, { ownUnitId, units }: MoveState): boolean =>
  units
    .filter(({ id }) => chosen.some(({ unitId }) => unitId === id))
    .every((unit) => mayCallIn(ownUnitId ?? '', unit, units))
