import { type FlagFact, type KindMove, type Refusal, refuse } from '@lianxin/contract'
import type { Assigned } from './assign.ts'
import type { MoveState } from './move-state.ts'
import { type OwnerQuestion, ownerOf } from './owner.ts'

type Flagged = Pick<MoveState, 'facts' | 'kind' | 'ownUnitId' | 'partyId'>

/** The flags of that name that a move is about: those of one unit where each unit has its own, else all. */
const named = (state: Flagged, flag: string, unitId: string | null): readonly FlagFact[] =>
  state.facts.flags.filter(
    (one) =>
      one.flag === flag &&
      (state.kind.flags?.[flag]?.per !== 'unit' || unitId === null || one.unitId === unitId),
  )

/** The unit whose flags a move is about: that of the assignment it decides about, or the actor's own; null: all of them. */
export function unitOfFlags(move: KindMove, state: Flagged, assignmentId: string | undefined): string | null {
  const { assignment: effect } = move
  if (effect && 'chosen' in effect)
    return state.facts.assignments.find((one) => one.id === assignmentId)?.unitId ?? null
  return effect && ('mine' in effect || 'create' in effect) ? state.ownUnitId : null
}

/** A flag that a move needs and that is not there, or that is there and must not be. */
export function flagRefusal(move: KindMove, state: Flagged, unitId: string | null): Refusal | undefined {
  const nameOf = (flag: string) => state.kind.flags?.[flag]?.name ?? { zh: flag, en: flag }
  // A party is asked about its own flags only.
  const own = (flag: string) =>
    named(state, flag, unitId).filter(
      ({ partyId }) =>
        state.kind.flags?.[flag]?.per !== 'party' || !state.partyId || partyId === state.partyId,
    )
  const missing = move.requires?.find((flag) => own(flag).length === 0)
  if (missing) return refuse('case.flag-missing', { flag: nameOf(missing) })
  const there = move.forbids?.find((flag) => own(flag).length > 0)
  return there ? refuse('case.flag-there', { flag: nameOf(there) }) : undefined
}

/** The flags that a move lowers. */
export const loweredBy = (move: KindMove, state: Flagged, unitId: string | null): readonly FlagFact[] =>
  (move.lower ?? []).flatMap((flag) => named(state, flag, unitId))

type Raising = {
  readonly state: MoveState
  readonly question: OwnerQuestion
  /** The unit that the move is about. */
  readonly flagUnit: string | null
  readonly assigned: Assigned
  /** Flags that the outcome raises beside those of the move. */
  readonly more: readonly string[]
  /** Whoever has the matter in the new state. */
  readonly holder: string | null
  readonly until: number | null
  readonly now: number
  readonly fresh: () => string
}

/** The flags that a move raises, with whoever is asked to decide. */
export const raisedBy = (
  move: KindMove,
  { state, question, flagUnit, assigned, more, holder, until, now, fresh }: Raising,
): readonly FlagFact[] =>
  [...(move.raise ?? []), ...more].flatMap((flag) => {
    const { asks, per, about } = state.kind.flags?.[flag] ?? {}
    const known = asks?.owner === 'holder' ? holder : asks?.owner === 'about' ? flagUnit : null
    const decider = known ?? (asks && ownerOf(asks.owner, question)?.id)
    const ofAll = per === 'unit' && move.assignment && 'all' in move.assignment
    const units = ofAll
      ? assigned.touched.map(({ unitId }) => unitId)
      : [per === 'unit' ? (flagUnit ?? state.ownUnitId) : state.ownUnitId]
    return units.map((unitId) => ({
      id: fresh(),
      flag,
      unitId,
      accountId: about === 'named' ? state.facts.namedId : state.accountId,
      raisedAt: now,
      until,
      ownerUnitId: decider ?? null,
      partyId: per === 'party' ? (state.partyId ?? null) : null,
    }))
  })

type Keeping = {
  readonly state: MoveState
  readonly lowered: readonly FlagFact[]
  readonly raised: readonly FlagFact[]
  readonly assigned: Assigned
  readonly newRound: boolean
  readonly open: boolean
}

/** Flags afterwards: a fact that is noted again is noted once, unless it matters each time; what is of one sending ends with it, and a matter that ends leaves no question open. */
export function keptFlags(keeping: Keeping): FlagFact[] {
  const { lowered, raised, assigned, newRound, open } = keeping
  const { facts, kind } = keeping.state
  const sent = assigned.all.slice(facts.assignments.length).map(({ unitId }) => unitId)
  const isOver = ({ flag, unitId }: FlagFact) =>
    kind.flags?.[flag]?.sending === true && (newRound || (unitId !== null && sent.includes(unitId)))
  const whose = (one: FlagFact) => {
    const per = kind.flags?.[one.flag]?.per
    if (per === 'party') return one.partyId ?? null
    return per === 'unit' ? one.unitId : per === 'account' ? one.accountId : null
  }
  const again = (one: FlagFact) =>
    !kind.flags?.[one.flag]?.each &&
    raised.some((fresh) => fresh.flag === one.flag && whose(fresh) === whose(one))
  const kept = facts.flags.filter((one) => !lowered.includes(one) && !again(one) && !isOver(one))
  return [...kept, ...raised].filter(({ flag }) => open || !kind.flags?.[flag]?.asks)
}
