import { CHANGE_PLANNED } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { postEvent } from '../decide-holder.ts'
import { planActing, planHolder } from '../plan-store.ts'
import { lockPost, type PostFacts } from '../queries/load-post.ts'
import { type NewHolding, setPostVersion } from '../store.ts'

type Coming = {
  readonly id: string
  readonly accountId: string | null
  readonly holderName: string
  readonly from: number
}

/** What an operator's file says of a post beforehand. Its ids follow from codes and dates, so that the same file plans nothing twice. */
export type FilePlan = {
  readonly postId: string
  readonly next?: Coming | undefined
  readonly acting?: (Coming & { readonly endId: string; readonly until: number }) | undefined
}

/** The operator's own route: it is run while a file is read and answers to nobody over HTTP. */
const planning = systemRoute('post.planFromFile', 'post.changeHolder')

type State = { readonly post: PostFacts; readonly isKnown: boolean; readonly eventId: string }

const isKnownPlan = async (tx: Tx, postId: string, id: string): Promise<boolean> =>
  (
    await sql`select from post_change where tenant = ${tx.tenant} and post_id = ${postId} and id = ${id}`.execute(
      tx.db,
    )
  ).rows.length > 0

/** A plan that the house does not know yet is decided like one from the screen: the same event, the next version of the post. */
const plan = <C extends Coming>(
  postId: string,
  coming: C,
  does: {
    /** Why it cannot be, as a sentence for the operator. */
    readonly fault: (post: PostFacts) => string | undefined
    readonly what: 'holder' | 'acting'
    readonly until: number | null
    readonly save: (tx: Tx, post: PostFacts, holding: NewHolding, from: number) => Promise<void>
  },
) =>
  command<typeof planning, State, NewEvent>({
    route: planning,
    permit: 'post.changeHolder',
    load: async (tx, permit) => ({
      post: await lockPost(tx, permit, postId),
      isKnown: await isKnownPlan(tx, postId, coming.id),
      eventId: uuidV7(tx.now),
    }),
    decide({ post, isKnown, eventId }, _input, now) {
      if (isKnown || (does.until !== null && does.until <= now)) return []
      const fault = does.fault(post)
      if (fault) throw new Error(fault)
      // A date that is past counts as now.
      const from = Math.max(coming.from, now)
      const { what, until } = does
      return [postEvent(post, eventId, CHANGE_PLANNED, { what, holdingId: coming.id, from, until })]
    },
    async save(tx, { post }, [event]) {
      if (!event) return { planned: false }
      const { id, accountId, holderName, from } = coming
      await does.save(tx, post, { id, postId, accountId, holderName }, Math.max(from, tx.now))
      await setPostVersion(tx, postId, event.streamVersion)
      return { planned: true }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Plans what a file says of a post, one command for each; each throws a sentence where it cannot be. */
export const plansOfFile = ({ postId, next, acting }: FilePlan) => [
  ...(next
    ? [
        plan(postId, next, {
          ...{ what: 'holder', until: null },
          fault: ({ planned }) =>
            planned
              ? `A change of who holds the post of ${next.holderName} is decided already: take it back first.`
              : undefined,
          save: (tx, post, begun, from) => planHolder(tx, { id: next.id, post, begun, from }),
        }),
      ]
    : []),
  ...(acting
    ? [
        plan(postId, acting, {
          ...{ what: 'acting', until: acting.until },
          fault: (post) =>
            post.acting
              ? `Somebody acts already in the post in which ${acting.holderName} is to act.`
              : undefined,
          save: (tx, post, holding, from) =>
            planActing(tx, { ids: [acting.id, acting.endId], post, holding, from, until: acting.until }),
        }),
      ]
    : []),
]
