import { type Asking, type AssignmentFact, allows, type Kind, type MoveView } from '@lianxin/contract'
import { type CaseFacts, presentRound, reachOfFacts } from './case-facts.ts'
import { ruleBroken } from './rules.ts'

/** The moves that somebody may make now: the same table and the same policy that the server will ask again. */
export function allowedMoves(
  kind: Kind,
  facts: CaseFacts,
  asking: Asking,
  accountId: string | null,
  now: number,
): readonly MoveView[] {
  const row = reachOfFacts(facts)
  const round = presentRound(facts)
  return Object.entries(kind.moves).flatMap(([name, move]) => {
    if (!move.from.includes(facts.state) || !allows(move.permit, asking, row)) return []
    if (move.assignment && 'mine' in move.assignment && !mayMine(round, move.assignment.mine.from, asking))
      return []
    if (ruleBroken(move, { facts, kind, accountId }, {}, now)) return []
    return [{ move: name, name: move.name, effect: move.effect, needs: [...move.needs], may: [...move.may] }]
  })
}

const mayMine = (round: readonly AssignmentFact[], from: readonly string[], asking: Asking) =>
  round.some((one) => one.unitId === asking.post?.unitId && from.includes(one.state))

/** States in which a role has a move to make on matters that its unit owns: what “mine” means in an inbox. */
export function actionableStates(
  kinds: readonly Kind[],
  may: (permission: Kind['moves'][string]['permit']) => boolean,
): readonly { readonly kind: string; readonly version: number; readonly state: string }[] {
  return kinds.flatMap((kind) => {
    const moves = Object.values(kind.moves).filter((move) => move.outcomes.length > 0 && may(move.permit))
    const states = new Set(moves.flatMap((move) => move.from))
    return [...states].map((state) => ({ kind: kind.kind, version: kind.version, state }))
  })
}
