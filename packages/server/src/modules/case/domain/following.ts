import { type CaseStep, type Refusal, refuse } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { RunningClock } from '../queries/running-clocks.ts'
import { decideMove } from './decide-move.ts'
import { ALONE } from './move-state.ts'

/** The move that the kind names for the end of this clock, made by the house; refused where there is none, or where it cannot be made. */
export function following(
  { facts, clock, kind, openChildren, complainants, ...ground }: RunningClock,
  freshIds: readonly string[],
  now: number,
): readonly NewEvent<CaseStep>[] | Refusal {
  const move = kind.onExpiry[clock.clock]
  if (!move) return refuse('case.move-impossible', { state: kind.states[facts.state]?.name ?? facts.state })
  const clocks = facts.clocks.map((one) =>
    one.id === clock.id ? { ...one, firedAt: one.firedAt ?? now } : one,
  )
  const { units, item, calendar } = ground
  return decideMove(
    {
      ...{ facts: { ...facts, clocks }, kind, units, item, calendar, freshIds },
      ...{ accountId: null, ownUnitId: null, contentIds: [] },
      around: { ...ALONE, openChildren, complainants },
    },
    { move, expectedVersion: facts.version },
    now,
  )
}

/** Does what follows this clock wait for matters that hang on its own? */
export const isHeldUp = ({ kind, clock, openChildren }: RunningClock): boolean =>
  openChildren > 0 &&
  (kind.moves[kind.onExpiry[clock.clock] ?? '']?.rules.includes('childrenClosed') ?? false)
