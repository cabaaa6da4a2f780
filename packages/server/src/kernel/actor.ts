import type { Asking, PostReach } from '@lianxin/contract'

/** A post as read from the register for this request: rights end the moment it does. */
export type ActorPost = PostReach & { readonly id: string; readonly title: string }

/** Who acts. Re-read on each request; nothing of it is trusted from the client but the session it proves. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'requester'; readonly caseId: string; readonly requesterId: string }
  | { readonly kind: 'account'; readonly accountId: string; readonly post: ActorPost | null }
  | { readonly kind: 'system'; readonly name: string }

export const anonymous: Actor = { kind: 'anonymous' }
/** A named part of the system that acts by itself: a job or a subscriber. */
export const systemActor = (name: string): Actor => ({ kind: 'system', name })

export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The id under which an actor's commands are told apart. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'account') return actor.accountId
  if (actor.kind === 'requester') return actor.requesterId
  return NOBODY
}

export const asking = (actor: Actor): Asking => ({
  post: actor.kind === 'account' ? actor.post : null,
  followedCaseId: actor.kind === 'requester' ? actor.caseId : null,
  accountId: actor.kind === 'account' ? actor.accountId : null,
})

/** What follows from who asks alone: worked out once for as long as the same actor asks. */
export function perActor<T>(workOut: (actor: Actor) => T): (actor: Actor) => T {
  const known = new WeakMap<Actor, { readonly of: T }>()
  return (actor) => {
    const kept = known.get(actor) ?? { of: workOut(actor) }
    known.set(actor, kept)
    return kept.of
  }
}
