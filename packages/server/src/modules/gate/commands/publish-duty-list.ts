import { burdenRoutes, DAY_MS, type DutyListPublished, refuse } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { newestVersion } from '../queries/duty-lists.ts'
import { addDutyList } from '../store.ts'

type State = { readonly newest: number; readonly listId: string; readonly eventId: string }

/** The next version of a duty list. What is in force stays until its day; demands keep the version they were asked under. */
export const publishDutyList = command<typeof burdenRoutes.publish, State, NewEvent<DutyListPublished>>({
  route: burdenRoutes.publish,
  permit: 'duty.publish',
  async load(tx, _permit, { body: { unitKind, unitId } }) {
    return {
      newest: await newestVersion(tx, unitKind, unitId),
      listId: uuidV7(tx.now),
      eventId: uuidV7(tx.now),
    }
  },
  decide({ newest, listId, eventId }, { body }, now) {
    if (newest !== body.expectedVersion) return refuse('duty.changed')
    if (body.effectiveAt < now - DAY_MS) return refuse('duty.day-past')
    const codes = body.entries.map(({ code }) => code)
    if (new Set(codes).size !== codes.length) return refuse('duty.entry-twice')
    return [
      {
        id: eventId,
        type: 'duty.listPublished',
        stream: 'duty-list',
        streamId: listId,
        streamVersion: 1,
        payload: {
          unitKind: body.unitKind,
          unitId: body.unitId,
          version: newest + 1,
          effectiveAt: body.effectiveAt,
          entryCount: codes.length,
        },
      },
    ]
  },
  async save(tx, { listId }, events, { body: { entries } }) {
    const { payload } = must(events[0], { refusal: 'server.fault' })
    await addDutyList(tx, { ...payload, id: listId, entries })
    return { listId, version: payload.version }
  },
  answer: (_tx, { listId, version }) => ({ listId: String(listId), version: Number(version) }),
})
