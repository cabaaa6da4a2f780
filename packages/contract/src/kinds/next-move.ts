import type { Permission } from '../permissions.ts'
import type { Kind } from './kind.ts'

/**
 * How much a move is the one to offer first in a state: one that carries the matter on, best the one that answers the
 * running clock. A move that must be justified, or that is not the usual next step, is never put forward; one that changes
 * no state is the last choice.
 */
export function worthOf(kind: Kind | undefined, state: string, name: string): number {
  const move = kind?.moves[name]
  if (!move) return 1
  if (move.aside || move.needs.includes('reason')) return 0
  if (!move.outcomes.some((outcome) => outcome.to !== state)) return 1
  const clock = kind?.states[state]?.clock
  return move.stop.length === 1 && move.stop[0] === clock ? 3 : 2
}

/** The move that somebody with these rights is most likely to make in this state. */
export const nextMove = (
  kind: Kind,
  state: string,
  may: (permission: Permission) => boolean,
): string | undefined =>
  Object.entries(kind.moves)
    .filter(([, { from, permit, aside }]) => !aside && from.includes(state) && may(permit))
    .map(([name]) => name)
    .toSorted((a, b) => worthOf(kind, state, b) - worthOf(kind, state, a))[0]
