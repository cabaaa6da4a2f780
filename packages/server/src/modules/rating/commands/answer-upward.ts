import { allows, type Refusal, refuse, type UpwardAnswered, upwardRoutes } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { resultsOf } from '../queries/upward-board.ts'
import { addAnswer } from '../upward-store.ts'

type State = { readonly isPublished: boolean; readonly eventId: string; readonly wordsId: string }

/** The rated unit answers in public: once, by whoever leads it. */
export const answerUpward = command<typeof upwardRoutes.answer, State, NewEvent<UpwardAnswered>>({
  route: upwardRoutes.answer,
  permit: 'rating.answerUp',
  async load(tx, permit, { params: { unitId }, body: { quarter } }) {
    ensure(allows(permit.permission, asking(tx.actor), { unitIds: [unitId] }), { refusal: 'not-found' })
    return {
      isPublished: (await resultsOf(tx, quarter)).has(unitId),
      ...{ eventId: uuidV7(tx.now), wordsId: uuidV7(tx.now) },
    }
  },
  decide: (
    state,
    { params: { unitId }, body: { quarter } },
  ): readonly NewEvent<UpwardAnswered>[] | Refusal =>
    state.isPublished
      ? [
          {
            ...{ id: state.eventId, type: 'upward.answered', stream: 'upward' },
            ...{
              streamId: state.wordsId,
              streamVersion: 1,
              payload: { unitId, quarter, wordsId: state.wordsId },
            },
          },
        ]
      : refuse('rating.not-published'),
  async save(tx, { wordsId }, _events, { params: { unitId }, body: { quarter, words } }) {
    ensure(await addAnswer(tx, quarter, unitId, wordsId), { refusal: 'rating.answered' })
    await putContent(tx, [{ id: wordsId, streamId: wordsId, field: 'words', text: words }])
    return { unitId }
  },
  answer: (_tx, { unitId }) => ({ unitId: String(unitId) }),
})
