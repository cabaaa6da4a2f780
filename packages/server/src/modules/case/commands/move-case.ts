import { type CaseStep, caseRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { decideMove } from '../domain/decide-move.ts'
import { type LoadedMove, loadMove, moveAnswer, saveMove } from './move-state.ts'

/** A move by a member of staff. Which moves there are, who may make them and what they do is the kind's data. */
export const moveCase = command<typeof caseRoutes.move, LoadedMove, NewEvent<CaseStep>>({
  route: caseRoutes.move,
  permit: 'case.view',
  load: (tx, permit, { params, body }) => loadMove(tx, permit, params.id, body),
  decide: (state, { body }, now) => decideMove(state, body, now),
  save: saveMove,
  answer: (_tx, outcome) => moveAnswer(outcome),
})
