import { type Kind, nameFor, type Reader, sentenceFor, toneOf } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { allowedMoves } from '../domain/allowed-moves.ts'
import type { JoinedAnswer } from '../domain/joined-answer.ts'
import { ALONE } from '../domain/move-state.ts'
import { fill } from '../domain/sentences.ts'
import type { Told } from './case-detail.ts'
import type { CaseRecord } from './load-case.ts'
import type { NamedPeople } from './named-people.ts'
import type { UnitNames } from './timeline.ts'

type Around = {
  /** As the district had decided it when the matter was opened. */
  readonly kind: Kind
  readonly item: Told['item']
  readonly units: UnitNames
  readonly fileIds: readonly string[]
  readonly named: NamedPeople
  readonly mediatorsThere?: boolean
  readonly senders?: readonly string[]
  readonly joined?: JoinedAnswer | null
}

/** What the desk's and the requester's view of a case have in common. */
export function headOfCase(
  tx: Tx,
  { facts, number, openChildren }: CaseRecord,
  { kind, item, units, fileIds, named, mediatorsThere = false, senders = [], joined = null }: Around,
) {
  const state = kind.states[facts.state]
  if (!state) throw new Error(`kind ${kind.kind} has no state ${facts.state}`)
  const owner = facts.ownerUnitId ? units.get(facts.ownerUnitId) : undefined
  const { actor } = tx
  const reader: Reader = actor.kind === 'requester' ? 'requester' : 'staff'
  return {
    id: facts.id,
    number,
    state: facts.state,
    stateName: nameFor(state, reader),
    tone: toneOf(state),
    sentence: fill(sentenceFor(state, reader), { owner }),
    version: facts.version,
    item,
    owner: owner ?? null,
    openedAt: facts.openedAt,
    dueAt: facts.dueAt,
    provisional: facts.provisional,
    closedAt: facts.closedAt,
    overdue: facts.closedAt === null && facts.dueAt !== null && facts.dueAt < tx.now,
    reopenedCount: facts.reopenedCount,
    fileIds: [...fileIds],
    moves: [
      ...allowedMoves({
        ...{ kind, facts, asking: asking(actor), now: tx.now },
        accountId: actor.kind === 'account' ? actor.accountId : null,
        partyId: actor.kind === 'requester' ? actor.requesterId : null,
        around: { ...ALONE, people: [...named.people.keys()], openChildren, mediatorsThere, senders, joined },
        nameOf: named.people,
      }),
    ],
    namedName: named.name,
    verdict: facts.solved === null ? null : { solved: facts.solved, satisfaction: facts.satisfaction },
  }
}
