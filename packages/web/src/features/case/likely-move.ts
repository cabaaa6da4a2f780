import type { CaseRow, MoveView } from '@lianxin/contract/case/case-views'
import { KINDS } from '@lianxin/contract/kinds/kinds'
import { primaryMove } from './primary-move.ts'

/** What only the matter's own page knows. */
export const NOTHING_TO_CHOOSE = { choices: [], scores: [], assignmentIds: [], byArea: false, aside: false }

/**
 * The step that a card offers: the first move that this state allows and the post has the right to. The matter's own
 * page asks the server again, which also knows whose turn it is among several units.
 */
export const likelyMove = (
  row: Pick<CaseRow, 'kind' | 'state'>,
  can: readonly string[],
): MoveView | undefined => {
  const kind = KINDS.findLast((one) => one.kind === row.kind)
  if (!kind) return undefined
  const allowed = Object.entries(kind.moves).flatMap(([move, { from, permit, name, effect, needs, may }]) =>
    from.includes(row.state) && can.includes(permit)
      ? [{ ...NOTHING_TO_CHOOSE, move, name, effect, needs: [...needs], may: [...may] }]
      : [],
  )
  return primaryMove(allowed, kind, row.state)
}
