import { type MeTooSaid, meTooRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type HeardBy, meTooLeft } from '../domain/me-too-event.ts'
import { leaveMeToo } from '../me-too-store.ts'
import { heardBy } from '../queries/case-glance.ts'
import { type Follower, followerOf } from '../queries/followed.ts'

type State = Follower & { readonly eventId: string; readonly heardBy: HeardBy }

/** Told no more. A number that was left is erased with the same step. */
export const leaveByCode = command<typeof meTooRoutes.leave, State, NewEvent<MeTooSaid>>({
  route: meTooRoutes.leave,
  permit: 'echo.meToo',
  async load(tx, _permit, { body }) {
    const follower = await followerOf(tx, body.followCode)
    return { ...follower, eventId: uuidV7(tx.now), heardBy: await heardBy(tx, follower.caseId) }
  },
  decide: (state) => [meTooLeft(state)],
  async save(tx, { id }) {
    await leaveMeToo(tx, id)
    return { id }
  },
  answer: () => ({ ok: true }),
})
