import { isDeepStrictEqual } from 'node:util'
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
  /** Who it was when it was last read: somebody to begin for while it is read whether it still is. */
  readonly before?: Actor | undefined
  /** Asked outside of any transaction, when `within` did not know; without it nobody is asking. */
  otherwise?(): Promise<Asker>
}

const IDENTIFYING = systemActor('identify')

/** Undefined: who asks cannot be read inside of a transaction. */
type Entered<T> = { readonly answer: T } | undefined

/** Who asks, read in a transaction of its own: for what is answered outside of one. */
export async function knownActor(world: World, tenant: number, asker: Asker): Promise<Actor> {
  if (asker.kind !== 'session') return asker
  const actor = await inTenant(world, tenant, IDENTIFYING, asker.within)
  return actor ?? (asker.otherwise ? knownActor(world, tenant, await asker.otherwise()) : anonymous)
}

type Work<T> = (tx: Tx, permit: Permit) => Promise<T>
type Call = { readonly tenant: number; readonly actor: Asker }

/**
 * Opens the transaction in which something is answered, once the policy has permitted it. Where posts must be read for
 * that, they are read inside, and nothing else is before the policy was asked. @throws Refused
 */
export async function enter<T>(
  world: World,
  { tenant, actor: asker }: Call,
  permission: Permission,
  work: Work<T>,
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
  const entered = await inTenant(world, tenant, IDENTIFYING, async (opened): Promise<Entered<T>> => {
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

/**
 * The same for what changes nothing. It begins for whom the session was the last time, in the same breath in which
 * session and posts are read. They are read before it, in the transaction that answers: if they say anything else, what was
 * read is given to nobody, the transaction is undone, and it begins again for whoever it is now. @throws Refused
 */
export async function enterToRead<T>(
  world: World,
  call: Call,
  permission: Permission,
  work: Work<T>,
): Promise<T> {
  const { tenant, actor: asker } = call
  const before = asker.kind === 'session' ? asker.before : undefined
  const permit = before && mintPermit(permission, before, tenant)
  if (asker.kind !== 'session' || !before || !permit || isRefusal(permit))
    return enter(world, call, permission, work)
  try {
    return await inTenant(world, tenant, IDENTIFYING, async (opened) => {
      const [now, , answer] = await Promise.allSettled([
        asker.within(opened),
        readAs(opened, before),
        work({ ...opened, actor: before }, permit),
      ])
      if (!isDeepStrictEqual(given(now), before)) throw new SomebodyElse()
      return given(answer)
    })
  } catch (error) {
    if (error instanceof SomebodyElse) return enter(world, call, permission, work)
    throw error
  }
}

/** The session has ended, or its account has other posts than before. */
class SomebodyElse extends Error {}

function given<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}
