import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideTelling } from '../decide-holder.ts'
import { type DueChange, lockDueChange, markChangeTold } from '../plan-store.ts'
import { lockPost, type PostFacts } from '../queries/load-post.ts'
import { setPostVersion } from '../store.ts'

/** The system's own route: it is run by the job of the posts and answers to nobody over HTTP. */
const telling = systemRoute('post.tellChange')

type State = { readonly post: PostFacts; readonly change: DueChange; readonly eventId: string }

/** Tells what was decided beforehand once its moment has come. The rights have followed the clock already. */
export const tellChange = ({ id, postId }: Pick<DueChange, 'id' | 'postId'>) =>
  command<typeof telling, State | null, NewEvent>({
    route: telling,
    permit: 'case.clock',
    async load(tx, permit) {
      const post = await lockPost(tx, permit, postId)
      const change = await lockDueChange(tx, id)
      return change ? { post, change, eventId: uuidV7(tx.now) } : null
    },
    decide: (state) => (state ? decideTelling(state.post, state.change, state.eventId) : []),
    async save(tx, state, [event]) {
      if (!state || !event) return { told: false }
      await markChangeTold(tx, id)
      await setPostVersion(tx, postId, event.streamVersion)
      return { told: true }
    },
    answer: (_tx, outcome) => outcome,
  })
