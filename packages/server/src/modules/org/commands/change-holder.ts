import { type HolderChanged, postRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideHolder, type HolderQuestion } from '../decide-holder.ts'
import { lockPost, peopleOf } from '../queries/load-post.ts'
import { addHoldings, endHoldings } from '../store.ts'

/**
 * Somebody else holds a post from now on, or nobody. What the former holder could do ends with the transaction, because rights
 * are read from the holdings on every request.
 */
export const changeHolder = command<typeof postRoutes.changeHolder, HolderQuestion, NewEvent<HolderChanged>>({
  route: postRoutes.changeHolder,
  permit: 'post.changeHolder',
  async load(tx, permit, { params: { id } }) {
    const post = await lockPost(tx, permit, id)
    const { actor } = tx
    return {
      ...{
        post,
        people: await peopleOf(tx, sql`p.unit_id = ${post.unitId}::uuid`),
        eventId: uuidV7(tx.now),
        holdingId: uuidV7(tx.now),
      },
      by: actor.kind === 'account' ? { accountId: actor.accountId, role: actor.post?.role ?? null } : null,
    }
  },
  decide: (question, { body }) => decideHolder(question, body),
  async save(tx, { post, people }, events, { body: { accountId } }) {
    const { payload } = must(events[0], { refusal: 'server.fault' })
    await endHoldings(tx, post.id, payload.version)
    const successor = people.find((one) => one.accountId === accountId)
    if (successor && payload.begunHoldingId !== null)
      await addHoldings(tx, [
        {
          id: payload.begunHoldingId,
          postId: post.id,
          accountId: successor.accountId,
          holderName: successor.name,
        },
      ])
    return { postId: post.id, version: payload.version }
  },
  answer: (_tx, { postId, version }) => ({ postId: String(postId), version: Number(version) }),
})
