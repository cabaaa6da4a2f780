import { type EchoStep, echoDeskRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lockCase } from '../../case/index.ts'
import { entryOfCase } from '../queries/load-entry.ts'
import { decideTakeDown, saveTakeDown, type TakeDownState } from '../take-down.ts'

/** A member of staff takes an answer off the wall and says why. */
export const takeDownEntry = command<typeof echoDeskRoutes.takeDown, TakeDownState, NewEvent<EchoStep>>({
  route: echoDeskRoutes.takeDown,
  permit: 'echo.takeDown',
  async load(tx, permit, { params: { id }, body }) {
    await lockCase(tx, permit, id, null)
    return {
      entry: await entryOfCase(tx, id),
      eventId: uuidV7(tx.now),
      wordsId: body.words ? uuidV7(tx.now) : null,
    }
  },
  decide: (state, { body }) => decideTakeDown(state, body.reason, body.expectedVersion),
  async save(tx, { entry, wordsId }, events, { body }) {
    const event = must(events[0], { refusal: 'server.fault' })
    const words = wordsId && body.words ? { id: wordsId, text: body.words } : null
    await saveTakeDown(tx, must(entry, { refusal: 'echo.down' }), event, words)
    return { entryId: event.streamId, version: event.streamVersion }
  },
  answer: (_tx, { entryId, version }) => ({ entryId: String(entryId), version: Number(version) }),
})
