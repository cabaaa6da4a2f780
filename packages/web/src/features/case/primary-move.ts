import type { MoveView } from '@lianxin/contract/case/case-views'
import type { Kind } from '@lianxin/contract/kinds/kind'
import { worthOf } from '@lianxin/contract/kinds/next-move'

/** The move that the screen offers first; of a kind that this browser does not know yet, the first that needs no reason. */
export const primaryMove = (
  moves: readonly MoveView[],
  kind: Kind | undefined,
  state: string,
): MoveView | undefined => {
  const worth = (view: MoveView) =>
    view.aside || view.needs.includes('reason') ? 0 : worthOf(kind, state, view.move)
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
