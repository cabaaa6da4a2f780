import { type EchoStep, echoDeskRoutes, type Input } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lockCase } from '../../case/index.ts'
import { entryOfCase } from '../queries/load-entry.ts'
import { decideTakeDown, saveTakeDown, type TakeDownState } from '../take-down.ts'

type State = TakeDownState & { readonly isTrue: boolean }

/** The system takes down what is no longer so: the matter was opened again. Doing it twice does it once. */
export const withdrawUntrue = command<typeof echoDeskRoutes.takeDown, State, NewEvent<EchoStep>>({
  route: echoDeskRoutes.takeDown,
  permit: 'case.clock',
  async load(tx, permit, { params: { id } }) {
    const { facts } = await lockCase(tx, permit, id, null)
    return {
      entry: await entryOfCase(tx, id),
      eventId: uuidV7(tx.now),
      wordsId: null,
      isTrue: facts.closedAt !== null,
    }
  },
  decide: (state) =>
    state.isTrue || state.entry?.state !== 'published' ? [] : decideTakeDown(state, 'reopened', null),
  async save(tx, { entry }, events) {
    const [event] = events
    if (event) await saveTakeDown(tx, must(entry, { refusal: 'echo.down' }), event, null)
    return { entryId: entry?.id ?? '', version: event?.streamVersion ?? entry?.version ?? 0 }
  },
  answer: (_tx, { entryId, version }) => ({ entryId: String(entryId), version: Number(version) }),
})

export const untrue = (caseId: string): Input<typeof echoDeskRoutes.takeDown> => ({
  params: { id: caseId },
  query: undefined,
  body: { expectedVersion: 1, reason: 'other' },
})
