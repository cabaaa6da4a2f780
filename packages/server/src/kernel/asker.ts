import { isRefusal, type Permission } from '@lianxin/contract'
import { type Actor, systemActor } from './actor.ts'
import { mintPermit, type Permit } from './permit.ts'
import type { World } from './ports.ts'
import { Refused } from './refused.ts'
import { inTenant, readAs, type Tx } from './tx.ts'

/** Who asks: known already, or an account whose posts are read in the very transaction that answers it. */
export type Asker = Actor | ((tx: Tx) => Promise<Actor>)

const IDENTIFYING = systemActor('identify')

/** Who asks, read in a transaction of its own: for what is answered outside of one. */
export const knownActor = async (world: World, tenant: number, asker: Asker): Promise<Actor> =>
  typeof asker === 'function' ? inTenant(world, tenant, IDENTIFYING, asker) : asker

/**
 * Opens the transaction in which something is answered, once the policy has permitted it. Where posts must be read for
 * that, they are read inside, and nothing else is before the policy was asked. @throws Refused
 */
export async function enter<T>(
  world: World,
  { tenant, actor: asker }: { readonly tenant: number; readonly actor: Asker },
  permission: Permission,
  work: (tx: Tx, permit: Permit) => Promise<T>,
): Promise<T> {
  const permitted = (actor: Actor): Permit => {
    const permit = mintPermit(permission, actor, tenant)
    if (isRefusal(permit)) throw new Refused(permit)
    return permit
  }
  if (typeof asker !== 'function') {
    const permit = permitted(asker)
    return inTenant(world, tenant, asker, (tx) => work(tx, permit))
  }
  return inTenant(world, tenant, IDENTIFYING, async (opened) => {
    const actor = await asker(opened)
    const permit = permitted(actor)
    // One connection: whatever is read from here on is read after this, as whoever asks.
    const [, answer] = await Promise.all([readAs(opened, actor), work({ ...opened, actor }, permit)])
    return answer
  })
}
