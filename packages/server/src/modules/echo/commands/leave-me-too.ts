import { type MeTooSaid, meTooRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { leaveMeToo } from '../me-too-store.ts'
import { type Follower, followerOf } from '../queries/followed.ts'

type State = Follower & { readonly eventId: string }

/** Told no more. A number that was left is erased with the same step. */
export const leaveByCode = command<typeof meTooRoutes.leave, State, NewEvent<MeTooSaid>>({
  route: meTooRoutes.leave,
  permit: 'echo.meToo',
  load: async (tx, _permit, { body }) => ({
    ...(await followerOf(tx, body.followCode)),
    eventId: uuidV7(tx.now),
  }),
  decide: ({ id, caseId, byPhone, eventId }) => [
    {
      id: eventId,
      type: 'echo.meTooLeft',
      stream: 'me-too',
      streamId: id,
      streamVersion: 2,
      payload: { caseId, byPhone },
    },
  ],
  async save(tx, { id }) {
    await leaveMeToo(tx, id)
    return { id }
  },
  answer: () => ({ ok: true }),
})
