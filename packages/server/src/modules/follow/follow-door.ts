import { type Answer, type followRoutes, isRefusal, type Refusal } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { StreamRoute } from '../../kernel/module.ts'
import { permitFor } from '../../kernel/permit.ts'
import { Refused } from '../../kernel/refused.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import type { Followable } from '../case/index.ts'
import { type FollowTokens, followCookie } from './follow-cookie.ts'

/** As whom the door looks for the matter that somebody claims to follow. */
export const DOOR = systemActor('follow.door')

export type FollowOptions = { readonly tokens: FollowTokens; readonly secureCookies: boolean }
export type FollowCall = Parameters<StreamRoute['handle']>[0]

/**
 * Opens a matter to somebody who proved to be its requester. `check` decides in a transaction that commits also when
 * it refuses, so that a wrong try stays counted.
 */
export async function openTo(
  { world, tenant, actor, reply }: FollowCall,
  { tokens, secureCookies }: FollowOptions,
  check: (tx: Tx) => Promise<Followable | Refusal>,
): Promise<Answer<typeof followRoutes.byCode>> {
  permitFor({ actor, tenant }, 'case.follow')
  // Whoever knocks is nobody yet: the door itself looks, and opens to one.
  const found = await inTenant(world, tenant, DOOR, check)
  if (isRefusal(found)) throw new Refused(found)
  const { header, until } = followCookie(tokens, { tenant, ...found }, world.wall.now(), secureCookies)
  reply.header('set-cookie', header)
  return { number: found.number, until }
}
