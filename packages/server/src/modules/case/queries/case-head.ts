import { getKind, nameFor, type Reader, sentenceFor } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { findItem } from '../../catalogue/index.ts'
import { filesOfCase } from '../../file/index.ts'
import { unitNames } from '../../org/index.ts'
import { allowedMoves } from '../domain/allowed-moves.ts'
import { ALONE } from '../domain/move-state.ts'
import { fill } from '../domain/sentences.ts'
import type { CaseRecord } from './load-case.ts'
import { openChildrenOf } from './open-children.ts'

/** What the desk's and the requester's view of a case have in common. */
export async function headOfCase(tx: Tx, { facts, number }: CaseRecord) {
  const kind = getKind(facts.kind, facts.kindVersion)
  const state = kind.states[facts.state]
  if (!state) throw new Error(`kind ${kind.kind} has no state ${facts.state}`)
  const owner = facts.ownerUnitId
    ? (await unitNames(tx, [facts.ownerUnitId])).get(facts.ownerUnitId)
    : undefined
  const item =
    facts.itemCode && facts.itemVersion ? await findItem(tx, facts.itemCode, facts.itemVersion) : undefined
  const { actor } = tx
  const reader: Reader = actor.kind === 'requester' ? 'requester' : 'staff'
  return {
    id: facts.id,
    number,
    state: facts.state,
    stateName: nameFor(state, reader),
    tone: state.tone,
    sentence: fill(sentenceFor(state, reader), { owner }),
    version: facts.version,
    item: item ? { code: item.code, name: item.name, nameEn: item.nameEn } : null,
    owner: owner ?? null,
    openedAt: facts.openedAt,
    dueAt: facts.dueAt,
    provisional: facts.provisional,
    closedAt: facts.closedAt,
    overdue: facts.closedAt === null && facts.dueAt !== null && facts.dueAt < tx.now,
    reopenedCount: facts.reopenedCount,
    fileIds: [...(await filesOfCase(tx, facts.id))],
    moves: [
      ...allowedMoves({
        ...{ kind, facts, asking: asking(actor), now: tx.now },
        accountId: actor.kind === 'account' ? actor.accountId : null,
        around: { ...ALONE, openChildren: await openChildrenOf(tx, facts.id) },
      }),
    ],
    verdict: facts.solved === null ? null : { solved: facts.solved, satisfaction: facts.satisfaction },
  }
}
