import {
  type AssignmentEffect,
  type AssignmentFact,
  type MoveInput,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { presentRound } from './case-facts.ts'
import type { MoveState } from './move-state.ts'

/** `all`: every assignment afterwards. `touched`: those that the move made or changed. `mine`: the actor's own, when the move is about it. */
export type Assigned = {
  readonly all: readonly AssignmentFact[]
  readonly touched: readonly AssignmentFact[]
  readonly mine: string | null
}

/** Applies a move's effect on assignments. */
export function assign(
  effect: AssignmentEffect | undefined,
  state: MoveState,
  input: MoveInput,
  fresh: () => string,
): Assigned | Refusal {
  const { facts } = state
  if (!effect) return { all: facts.assignments, touched: [], mine: null }
  if ('create' in effect) return create(effect.create, state, input, fresh)
  const round = presentRound(facts)
  const { from, to } = 'mine' in effect ? effect.mine : effect.all
  const reached = (one: AssignmentFact) => 'all' in effect || one.unitId === state.ownUnitId
  const chosen = round.filter((one) => from.some((name) => name === one.state) && reached(one))
  const own = 'mine' in effect ? chosen[0] : undefined
  if ('mine' in effect && !own) return refuse('case.not-your-assignment')
  const changing = own ? [own] : chosen
  const handler = to === 'done' && state.accountId !== null ? [state.accountId] : []
  const touched = changing.map((one) => ({
    ...one,
    handledBy: [...new Set([...one.handledBy, ...handler])],
    state: to,
  }))
  return {
    all: facts.assignments.map((one) => touched.find((changed) => changed.id === one.id) ?? one),
    touched,
    mine: own?.id ?? null,
  }
}

function create(
  who: 'units' | 'ownUnit',
  state: MoveState,
  input: MoveInput,
  fresh: () => string,
): Assigned | Refusal {
  const { facts, ownUnitId, units } = state
  const round = facts.reopenedCount
  if (who === 'ownUnit') {
    if (ownUnitId === null) return refuse('auth.denied')
    const own: AssignmentFact = {
      id: fresh(),
      unitId: ownUnitId,
      role: 'lead',
      state: 'signed',
      round,
      handledBy: [],
    }
    return { all: [...facts.assignments, own], touched: [own], mine: null }
  }
  const chosen = input.units ?? []
  if (new Set(chosen.map((one) => one.unitId)).size !== chosen.length) return refuse('case.unit-twice')
  if (chosen.filter((one) => one.role === 'lead').length !== 1) return refuse('case.one-lead')
  if (!chosen.every((one) => units.some((unit) => unit.id === one.unitId))) return refuse('case.unit-unknown')
  const touched = chosen.map(
    (one): AssignmentFact => ({
      id: fresh(),
      unitId: one.unitId,
      role: one.role,
      state: 'sent',
      round,
      handledBy: [],
    }),
  )
  return { all: [...facts.assignments, ...touched], touched, mine: null }
}
