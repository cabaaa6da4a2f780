import type { Transaction } from 'kysely'
import type { DB } from '../generated/db.ts'
import type { Actor } from './actor.ts'
import type { CloseWith, Keys, World } from './ports.ts'

declare const opened: unique symbol

/**
 * An open transaction of one tenant. Stores take it and never the database, so that nothing is written outside the
 * flow. `now` is the kernel's stamp: no module asks a clock.
 */
export type Tx = {
  readonly db: Transaction<DB>
  readonly tenant: number
  readonly now: number
  /** The machine's own time: see World. */
  readonly wallNow: number
  readonly actor: Actor
  readonly keys: Keys
  /** Names the statement that travels with COMMIT, once nothing else is to be done. For the kernel. */
  readonly closeWith: CloseWith
  readonly [opened]: true
}

/** The second wall: a role without rights of its own and one tenant, both gone when the transaction ends. */
function prologue(tenant: number): string {
  if (!Number.isSafeInteger(tenant) || tenant < 1) throw new RangeError('a tenant is a positive whole number')
  return `SET LOCAL ROLE lianxin_app; SET LOCAL app.tenant = '${tenant}'`
}

/** Opens a transaction for a tenant and an actor. Only the kernel calls it (and app.ts for subscribers and jobs). */
export async function inTenant<T>(
  world: World,
  tenant: number,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const keys = await world.keysOf(tenant)
  return world.database.inTransaction(prologue(tenant), (db, closeWith) =>
    work({
      db,
      tenant,
      now: world.clock.now(),
      wallNow: world.wall.now(),
      actor,
      keys,
      closeWith,
    } as unknown as Tx),
  )
}
