import { type CaseStep, getKind } from '@lianxin/contract'
import { readStream, type StoredEvent } from '../../../kernel/event-store.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

/** Accounts that sent a matter to units, of all rounds. */
export const sendersIn = (steps: readonly StoredEvent<CaseStep>[]): readonly string[] =>
  steps.flatMap(({ actorAccount, payload: { kind, kindVersion, move } }) => {
    const effect = getKind(kind, kindVersion).moves[move]?.assignment
    const sent = effect !== undefined && 'create' in effect && effect.create !== 'ownUnit'
    return sent && actorAccount !== null ? [actorAccount] : []
  })

/** The same, where nothing of its history is read yet. */
export const sendersOf = async (tx: Tx, { id, openedAt }: CaseFacts): Promise<readonly string[]> =>
  sendersIn((await readStream<CaseStep>(tx, id, openedAt)).filter(({ stream }) => stream === 'case'))
