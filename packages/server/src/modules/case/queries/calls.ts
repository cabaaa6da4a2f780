import {
  allows,
  type CaseStep,
  type CaseView,
  KINDS,
  type Kind,
  type KindMove,
  type MoveView,
} from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import type { StoredEvent } from '../../../kernel/event-store.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { unitNames } from '../../org/index.ts'
import { type CaseFacts, presentRound, reachOfFacts } from '../domain/case-facts.ts'
import { arrivalCodes } from './arrival-codes.ts'
import { kindOfCase } from './load-kind.ts'

type UnitNames = Awaited<ReturnType<typeof unitNames>>

/** The moves of a kind that a code stands behind: both sides attest that somebody came. */
const waitsForCode = (kind: Kind): readonly KindMove[] =>
  Object.values(kind.moves).filter(({ assignment }) => assignment !== undefined && 'byCode' in assignment)

const BY_CODE = KINDS.flatMap((kind) => waitsForCode(kind).map((move) => ({ kind: kind.kind, ...move })))

/** Matters, and units in them, that may wait for somebody whose arrival a code attests. */
export const WAITING_FOR_CODE = {
  kinds: [...new Set(BY_CODE.map(({ kind }) => kind))],
  states: [...new Set(BY_CODE.flatMap(({ from }) => from))],
  assignments: [
    ...new Set(
      BY_CODE.flatMap(({ assignment }) =>
        assignment && 'byCode' in assignment ? assignment.byCode.from : [],
      ),
    ),
  ],
}

/** The codes on the page of a matter: only where the reader may attest an arrival now. */
export const codesToShow = (
  tx: Pick<Tx, 'keys' | 'actor'>,
  facts: CaseFacts,
  kind: Kind,
  moves: readonly MoveView[],
  names: UnitNames,
): CaseView['codes'] =>
  waitsForCode(kind).some((one) => moves.some(({ move }) => kind.moves[move] === one))
    ? codesOf(tx, facts, kind, names)
    : []

/**
 * The codes that this reader has to show, and to whom: the unit that called shows one to each unit that comes, and each of
 * those shows its own. Nobody else is told any, and nobody the one that they must enter.
 */
function codesOf(
  tx: Pick<Tx, 'keys' | 'actor'>,
  facts: CaseFacts,
  kind: Kind,
  names: UnitNames,
): CaseView['codes'] {
  const ownUnitId = tx.actor.kind === 'account' ? (tx.actor.post?.unitId ?? null) : null
  const initiator = names.get(facts.initiatorUnitId ?? '')
  const waiting = waitsForCode(kind).flatMap(({ assignment }) =>
    assignment && 'byCode' in assignment ? assignment.byCode.from : [],
  )
  if (waiting.length === 0 || !initiator) return []
  const codes = arrivalCodes(tx, facts)
  const isInitiator = ownUnitId === facts.initiatorUnitId
  return presentRound(facts)
    .filter(({ state, unitId }) => waiting.includes(state) && (isInitiator || unitId === ownUnitId))
    .flatMap(({ id, unitId }) => {
      const to = isInitiator ? names.get(unitId) : initiator
      const code = isInitiator ? codes[id]?.ofInitiator : codes[id]?.ofUnit
      return to && code ? [{ assignmentId: id, arrivalCode: code, to }] : []
    })
}

/** The codes of a matter that its page would show to this reader. */
export async function codesNow(tx: Tx, facts: CaseFacts, names: UnitNames): Promise<CaseView['codes']> {
  const kind = await kindOfCase(tx, facts)
  const may = waitsForCode(kind).some(
    ({ permit, from }) => from.includes(facts.state) && allows(permit, asking(tx.actor), reachOfFacts(facts)),
  )
  return may ? codesOf(tx, facts, kind, names) : []
}

/** How units rated each other. Told only when the matter is closed, so that nobody answers a rating with a rating. */
export function ratingsOf(
  facts: CaseFacts,
  events: readonly StoredEvent<CaseStep>[],
  kind: Kind,
  names: UnitNames,
): CaseView['ratings'] {
  const aspects = kind.scores
  if (!aspects || facts.closedAt === null) return []
  return events.flatMap(({ payload: { scores, unitId, assignmentId, assignments } }) => {
    const of = assignments.find((one) => one.id === assignmentId)?.unitId
    const about = names.get((of === unitId ? facts.initiatorUnitId : of) ?? '')
    const by = names.get(unitId ?? '')
    if (!scores || !by || !about) return []
    const given = Object.entries(aspects).flatMap(([aspect, name]) => {
      const score = scores[aspect]
      return score === undefined ? [] : [{ aspect, name, score }]
    })
    return [{ by, about, scores: given }]
  })
}
