import { isRefusal, type Permission } from '@lianxin/contract'
import { type Actor, anonymous, systemActor } from './actor.ts'
import { mintPermit, type Permit } from './permit.ts'
import type { World } from './ports.ts'
import { Refused } from './refused.ts'
import { inTenant, readAs, type Tx } from './tx.ts'

/** Who asks: known already, or to be looked up. */
export type Asker = Actor | Session

/** An account that is known by its session only: who it is is read in the very transaction that answers it. */
export type Session = {
  readonly kind: 'session'
  /** Undefined where what can be read inside of a transaction does not say it; until then nothing else is read in it. */
  within(tx: Tx): Promise<Actor | undefined>
  /** Asked outside of any transaction, when `within` did not know; without it nobody is asking. */
  otherwise?(): Promise<Asker>
}

const IDENTIFYING = systemActor('identify')

/** Who asks, read in a transaction of its own: for what is answered outside of one. */
export async function knownActor(world: World, tenant: number, asker: Asker): Promise<Actor> {
  if (asker.kind !== 'session') return asker
  const actor = await inTenant(world, tenant, IDENTIFYING, asker.within)
  return actor ?? (asker.otherwise ? knownActor(world, tenant, await asker.otherwise()) : anonymous)
}

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
  if (asker.kind !== 'session') {
    const permit = permitted(asker)
    return inTenant(world, tenant, asker, (tx) => work(tx, permit))
  }
  const entered = await inTenant(world, tenant, IDENTIFYING, async (opened) => {
    const actor = await asker.within(opened)
    if (!actor) return undefined
    const permit = permitted(actor)
    // One connection: whatever is read from here on is read after this, as whoever asks.
    const [, answer] = await Promise.all([readAs(opened, actor), work({ ...opened, actor }, permit)])
    return { answer }
  })
  if (entered) return entered.answer
  return enter(world, { tenant, actor: (await asker.otherwise?.()) ?? anonymous }, permission, work)
}
