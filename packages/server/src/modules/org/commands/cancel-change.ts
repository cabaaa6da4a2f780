import { postRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { decideCancel, type HolderQuestion } from '../decide-holder.ts'
import { cancelHolder, endActing } from '../plan-store.ts'
import { setPostVersion } from '../store.ts'
import { loadPost, postAnswer } from './change-holder.ts'

/** A change that is to come is taken back, or acting ends before its time. */
export const cancelChange = command<typeof postRoutes.cancelChange, HolderQuestion, NewEvent>({
  route: postRoutes.cancelChange,
  permit: 'post.changeHolder',
  load: (tx, permit, { params: { id } }) => loadPost(tx, permit, id),
  decide: (question, { body }) => decideCancel(question, body),
  async save(tx, { post }, events, { body: { what } }) {
    const { streamVersion } = must(events[0], { refusal: 'server.fault' })
    if (what === 'holder') await cancelHolder(tx, must(post.planned, { refusal: 'server.fault' }))
    else await endActing(tx, must(post.acting, { refusal: 'server.fault' }))
    await setPostVersion(tx, post.id, streamVersion)
    return { postId: post.id, version: streamVersion }
  },
  answer: postAnswer,
})
