import { type CaseStep, caseRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { Refused } from '../../../kernel/refused.ts'
import { decideMove } from '../domain/decide-move.ts'
import { type LoadedMove, loadMove, moveAnswer, saveMove } from './move-state.ts'

/** A move by the requester: verdict, reopening, more words, withdrawal. */
export const moveFollowedCase = command<typeof caseRoutes.followedMove, LoadedMove, NewEvent<CaseStep>>({
  route: caseRoutes.followedMove,
  permit: 'case.judge',
  load(tx, permit, { body }) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    return loadMove(tx, permit, tx.actor.caseId, body)
  },
  decide: (state, { body }, now) => decideMove(state, body, now),
  save: saveMove,
  answer: (_tx, outcome) => moveAnswer(outcome),
})
