import { type CaseStep, caseRoutes } from '@lianxin/contract'
import { systemActor } from '../../../kernel/actor.ts'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, Refused } from '../../../kernel/refused.ts'
import { decideMove } from '../domain/decide-move.ts'
import { findCase } from '../queries/load-case.ts'
import { reachOfRemedy, remediesOf } from '../queries/remedies.ts'
import { type LoadedMove, loadMove, moveAnswer, saveMove } from './move-state.ts'

/** Whoever complained says whether it was set right. */
export const moveRemedy = command<typeof caseRoutes.remedyMove, LoadedMove, NewEvent<CaseStep>>({
  route: caseRoutes.remedyMove,
  permit: 'case.checkRemedy',
  async load(tx, permit, { params: { id }, body }) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const { facts } = await findCase(tx, permit, tx.actor.caseId)
    ensure((await remediesOf(tx, facts.id)).includes(id), { refusal: 'not-found' })
    const asSystem = { ...tx, actor: systemActor('case.remedies') }
    return loadMove(tx, permitFor(asSystem, 'case.view'), id, body, reachOfRemedy(facts.id))
  },
  decide: (state, { body }, now) => decideMove(state, body, now),
  save: saveMove,
  answer: (_tx, outcome) => moveAnswer(outcome),
})
