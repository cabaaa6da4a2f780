import type { MoveView } from '@lianxin/contract/case/case-views'
import type { Kind } from '@lianxin/contract/kinds/kind'

/**
 * The move that the screen offers first: one that carries the matter on, best the one that answers the running clock.
 * A move that must be justified (return, not done) is never put forward; a move that changes no state is the last choice.
 */
export const primaryMove = (
  moves: readonly MoveView[],
  kind: Kind | undefined,
  state: string,
): MoveView | undefined => {
  const clock = kind?.states[state]?.clock
  const worth = (view: MoveView): number => {
    const move = kind?.moves[view.move]
    if (view.aside || view.needs.includes('reason')) return 0
    if (!move?.outcomes.some((outcome) => outcome.to !== state)) return 1
    return move.stop.length === 1 && move.stop[0] === clock ? 3 : 2
  }
  return moves.toSorted((a, b) => worth(b) - worth(a))[0]
}

/** The moves in the order of the buttons: the one to offer first, then the rest as the server lists them. */
export const orderMoves = (
  moves: readonly MoveView[],
  kind: Kind | undefined,
  state: string,
): readonly MoveView[] => {
  const first = primaryMove(moves, kind, state)
  return first ? [first, ...moves.filter((move) => move !== first)] : []
}
