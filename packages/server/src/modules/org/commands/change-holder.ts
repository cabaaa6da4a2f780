import { type HolderChanged, postRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideHolder, type HolderQuestion } from '../decide-holder.ts'
import { planHolder } from '../plan-store.ts'
import { lockPost, peopleOf } from '../queries/load-post.ts'
import { addHoldings, endHoldings, setPostVersion } from '../store.ts'

export async function loadPost(tx: Tx, permit: Permit, id: string): Promise<HolderQuestion> {
  const post = await lockPost(tx, permit, id)
  const { actor } = tx
  return {
    post,
    people: await peopleOf(tx, sql`p.unit_id = ${post.unitId}::uuid`),
    by: actor.kind === 'account' ? { accountId: actor.accountId, role: actor.post?.role ?? null } : null,
    eventId: uuidV7(tx.now),
    holdingId: uuidV7(tx.now),
  }
}

/** What every change of a post answers. */
export const postAnswer = (_tx: Tx, { postId, version }: Readonly<Record<string, unknown>>) => ({
  postId: String(postId),
  version: Number(version),
})

/** The holding that a question would begin, under the name by which somebody serves in the unit. */
export const newHolding = ({ post, people, holdingId }: HolderQuestion, accountId: string | null) => {
  const person = people.find((one) => one.accountId === accountId)
  return person
    ? { id: holdingId, postId: post.id, accountId: person.accountId, holderName: person.name }
    : null
}

/**
 * Somebody else holds a post, or nobody, from now or from a date to come. What the former holder could do ends with that
 * moment, because rights are read from the holdings on every request.
 */
export const changeHolder = command<typeof postRoutes.changeHolder, HolderQuestion, NewEvent>({
  route: postRoutes.changeHolder,
  permit: 'post.changeHolder',
  load: (tx, permit, { params: { id } }) => loadPost(tx, permit, id),
  decide: (question, { body }, now) => decideHolder(question, body, now),
  async save(tx, question, events, { body: { accountId, from } }) {
    const { post } = question
    const { streamVersion, payload } = must(events[0], { refusal: 'server.fault' })
    const begun = newHolding(question, accountId)
    if (from === undefined) {
      await endHoldings(tx, post.id)
      if (begun && (payload as HolderChanged).begunHoldingId !== null) await addHoldings(tx, [begun])
    } else await planHolder(tx, { id: uuidV7(tx.now), post, begun, from })
    await setPostVersion(tx, post.id, streamVersion)
    return { postId: post.id, version: streamVersion }
  },
  answer: postAnswer,
})
