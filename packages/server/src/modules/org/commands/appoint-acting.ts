import { postRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideActing, type HolderQuestion } from '../decide-holder.ts'
import { planActing } from '../plan-store.ts'
import { setPostVersion } from '../store.ts'
import { loadPost, newHolding, postAnswer } from './change-holder.ts'

/** 代理: somebody works in a post for its holder between two dates. The holder keeps it, and it ends by itself. */
export const appointActing = command<typeof postRoutes.appointActing, HolderQuestion, NewEvent>({
  route: postRoutes.appointActing,
  permit: 'post.changeHolder',
  load: (tx, permit, { params: { id } }) => loadPost(tx, permit, id),
  decide: (question, { body }, now) => decideActing(question, body, now),
  async save(tx, question, events, { body: { accountId, from = tx.now, until } }) {
    const { post } = question
    const { streamVersion } = must(events[0], { refusal: 'server.fault' })
    const holding = must(newHolding(question, accountId), { refusal: 'server.fault' })
    await planActing(tx, { ids: [uuidV7(tx.now), uuidV7(tx.now)], post, holding, from, until })
    await setPostVersion(tx, post.id, streamVersion)
    return { postId: post.id, version: streamVersion }
  },
  answer: postAnswer,
})
