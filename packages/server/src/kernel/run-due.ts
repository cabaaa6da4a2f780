import { MINUTE_MS } from '@lianxin/contract'
import type { Actor } from './actor.ts'
import type { World } from './ports.ts'
import { orPutAside } from './put-aside.ts'
import { inTenant, type Tx } from './tx.ts'

const AFTER_FAULT_MS = 10 * MINUTE_MS

/** How a command of the house's own is called that is idempotent by what it loads. */
export type OwnCall = {
  readonly tenant: number
  readonly actor: Actor
  readonly id: null
  readonly input: { readonly params: undefined; readonly query: undefined; readonly body: undefined }
}

export const ownCall = (tenant: number, actor: Actor): OwnCall => ({
  ...{ tenant, actor, id: null },
  input: { params: undefined, query: undefined, body: undefined },
})

/** What a job does, piece by piece. */
export type Due<T> = {
  find(tx: Tx): Promise<readonly T[]>
  run(one: T, call: OwnCall): Promise<unknown>
  /** Ids and codes for the log, with what it says of one that failed. */
  about(one: T): object
  readonly sentence: string
  postpone(tx: Tx, one: T, until: number): Promise<void>
}

/**
 * Does what is due, one after the other in its order and each in a short transaction of its own. One that fails is told in the
 * log and put aside for ten minutes. Returns how many were due.
 */
export async function runDue<T>(world: World, tenant: number, actor: Actor, due: Due<T>): Promise<number> {
  const found = await inTenant(world, tenant, actor, (tx) => due.find(tx))
  const call = ownCall(tenant, actor)
  for (const one of found)
    await orPutAside(world, () => due.run(one, call), {
      about: due.about(one),
      sentence: due.sentence,
      postpone: () => inTenant(world, tenant, actor, (tx) => due.postpone(tx, one, tx.now + AFTER_FAULT_MS)),
    })
  return found.length
}
