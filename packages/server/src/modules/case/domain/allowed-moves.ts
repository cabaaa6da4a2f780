import {
  type Asking,
  allows,
  countsArea,
  type Kind,
  type KindMove,
  type MoveView,
  type RowReach,
} from '@lianxin/contract'
import { presentRound, reachOfFacts } from './case-facts.ts'
import { flagRefusal, unitOfFlags } from './flags.ts'
import type { MoveState } from './move-state.ts'
import { isRecused, ruleBroken } from './rules.ts'

/** What is offered to somebody is asked of the same things that the move itself will be decided from. */
export type Offer = Pick<MoveState, 'facts' | 'kind' | 'accountId' | 'partyId' | 'around'> & {
  readonly asking: Asking
  readonly now: number
  /** What reach is asked of; absent: the matter as it stands. */
  readonly row?: RowReach
  /** Under which names people serve who may be named. */
  readonly nameOf?: ReadonlyMap<string, string>
}

/** The moves that somebody may make now: the same table and the same policy that the server will ask again. */
export function allowedMoves(offer: Offer): readonly MoveView[] {
  const { kind, facts, asking, now, row = reachOfFacts(facts) } = offer
  const ownUnitId = asking.post?.unitId ?? null
  const ruled = { ...offer, ownUnitId }
  return Object.entries(kind.moves).flatMap(([name, move]) => {
    if (!move.from.includes(facts.state) || !allows(move.permit, asking, row)) return []
    const reached = targetsOf(move, offer, ownUnitId)
    if (reached === null) return []
    const isOpen = (assignmentId?: string) =>
      !flagRefusal(move, ruled, unitOfFlags(move, ruled, assignmentId)) &&
      !ruleBroken(move, ruled, assignmentId === undefined ? {} : { assignmentId }, now)
    if (!move.needs.includes('assignmentId'))
      return isOpen() ? withPeople(moveView(name, move, kind, reached, ownUnitId), offer) : []
    const targets = reached.filter((one) => isOpen(one))
    return targets.length === 0 ? [] : [moveView(name, move, kind, targets, ownUnitId)]
  })
}

/** The assignments that a move can be about; null when it is about one and there is none. */
function targetsOf(move: KindMove, { facts }: Offer, ownUnitId: string | null): readonly string[] | null {
  const { assignment: effect } = move
  if (!effect || 'create' in effect || 'all' in effect) return []
  const [change] = Object.values(effect)
  const waiting = presentRound(facts).filter((one) => change?.from.includes(one.state))
  const own = waiting.filter((one) => one.unitId === ownUnitId)
  const initiator = ownUnitId !== null && facts.initiatorUnitId === ownUnitId
  const reached = 'mine' in effect ? own : 'byCode' in effect && !initiator ? own : waiting
  return reached.length === 0 ? null : reached.map((one) => one.id)
}

/** Where somebody must be chosen and nobody can be, the move is not offered. */
function withPeople(view: MoveView, offer: Offer): readonly MoveView[] {
  if (!view.needs.includes('personId')) return [view]
  const people = peopleOf(offer)
  return people.length > 0 ? [{ ...view, people }] : []
}

const peopleOf = ({ facts, around, nameOf }: Offer): NonNullable<MoveView['people']> =>
  (around.people ?? [])
    .filter((id) => !isRecused(facts, id))
    .map((id) => ({ id, name: nameOf?.get(id) ?? '' }))

function moveView(
  name: string,
  move: KindMove,
  kind: Kind,
  targets: readonly string[],
  ownUnitId: string | null,
): MoveView {
  const beside = move.assignment && 'create' in move.assignment && move.assignment.create === 'coHandlers'
  const peersOnly = move.assignment && 'peersOnly' in move.assignment
  const vote = move.vote ? kind.votes?.[move.vote] : undefined
  return {
    move: name,
    name: move.name,
    effect: move.effect,
    needs: [...move.needs],
    may: [...move.may],
    choices: (move.choose ?? []).flatMap((choice) => {
      const list = kind.choices?.[choice]
      const options = Object.entries(list?.options ?? {}).map(([option, one]) => ({ option, name: one }))
      return list ? [{ choice, name: list.name, options }] : []
    }),
    scores: move.needs.includes('scores')
      ? Object.entries(kind.scores ?? {})
          .filter(([aspect]) => move.aspects?.includes(aspect) ?? true)
          .map(([aspect, one]) => ({ aspect, name: one }))
      : [],
    assignmentIds: move.needs.includes('assignmentId') ? [...targets] : [],
    byArea: vote ? countsArea(vote) : false,
    aside: move.aside === true,
    ...(beside ? { besideLead: true } : {}),
    ...(peersOnly && ownUnitId !== null ? { calledBy: ownUnitId } : {}),
  }
}

/**
 * States in which a role has a move to make on matters that its unit owns: what “mine” means in an inbox. Each as
 * `kind/version/state`.
 */
export function actionableStates(
  kinds: readonly Kind[],
  may: (permission: Kind['moves'][string]['permit']) => boolean,
): readonly string[] {
  return kinds.flatMap((kind) => {
    const moves = Object.values(kind.moves).filter((move) => move.outcomes.length > 0 && may(move.permit))
    const states = new Set(moves.flatMap((move) => move.from))
    return [...states].map((state) => `${kind.kind}/${kind.version}/${state}`)
  })
}
