import { type AdviceAnswered, type Refusal, refuse, whistleRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Advice, loadAdvice } from '../queries/load-advice.ts'
import { keepAnswer } from '../store.ts'

type State = Advice & { readonly eventId: string; readonly newAnswerId: string }

/** The head of the unit answers in writing: once, also after the deadline, which both sides see. */
export const answerAdvice = command<typeof whistleRoutes.answerAdvice, State, NewEvent<AdviceAnswered>>({
  route: whistleRoutes.answerAdvice,
  permit: 'whistle.answerAdvice',
  async load(tx, permit, { params: { id } }) {
    const [found] = await loadAdvice(tx, permit, sql`v.id = ${id}::uuid`, sql`for update`)
    const advice = must(found, { refusal: 'not-found' })
    return { ...advice, eventId: uuidV7(tx.now), newAnswerId: uuidV7(tx.now) }
  },
  decide: (state): readonly NewEvent<AdviceAnswered>[] | Refusal =>
    state.answeredAt === null
      ? [
          {
            ...{ id: state.eventId, type: 'whistle.adviceAnswered', stream: 'advice' },
            ...{ streamId: state.id, streamVersion: state.overdueAt === null ? 2 : 3 },
            payload: {
              ...{ unitId: state.unitId, unitIds: [state.unitId] },
              placeCode: state.placeCode,
              wordsId: state.newAnswerId,
            },
          },
        ]
      : refuse('whistle.answered'),
  async save(tx, { id, newAnswerId }, _events, { body: { words } }) {
    await keepAnswer(tx, id, newAnswerId)
    await putContent(tx, [{ id: newAnswerId, streamId: id, field: 'answer', text: words }])
    return { adviceId: id }
  },
  answer: (_tx, { adviceId }) => ({ adviceId: String(adviceId) }),
})
