import { type RawBuilder, sql, type Transaction } from 'kysely'
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * As whom the wall around confidential matters knows somebody: an account by its id, a requester by the matter that this
 * one follows, the system as itself, and everybody else as nobody.
 */
function readerOf(actor: Actor): string {
  if (actor.kind === 'system') return 'system'
  const id = actor.kind === 'account' ? actor.accountId : actor.kind === 'requester' ? actor.caseId : 'nobody'
  return UUID.test(id) ? id : 'nobody'
}

/** The second wall: a role without rights of its own, one tenant and one reader, all gone when the transaction ends. */
function prologue(tenant: number, actor: Actor): string {
  if (!Number.isSafeInteger(tenant) || tenant < 1) throw new RangeError('a tenant is a positive whole number')
  return `SET LOCAL ROLE lianxin_app; SET LOCAL app.tenant = '${tenant}'; SET LOCAL app.reader = '${readerOf(actor)}'`
}

/**
 * What was decided is written whole: whoever takes a step by which they leave the circle of a confidential matter still
 * writes that step. Nothing is read for anybody in between.
 */
export async function writeThroughCircle<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`set local app.reader = 'system'`.execute(tx.db)
  const done = await work()
  await readAs(tx, tx.actor)
  return done
}

/** From here on the transaction reads as this actor: for one that was opened before it was known who asks. */
export async function readAs(tx: Tx, actor: Actor): Promise<void> {
  await sql`set local app.reader = ${sql.lit(readerOf(actor))}`.execute(tx.db)
}

/** One look at sessions, as the role that sees them and nothing of any tenant. What is asked after it is asked as before. */
export async function readAsSignIn<T>(tx: Tx, statement: RawBuilder<T>): Promise<readonly T[]> {
  const [, { rows }] = await Promise.all([
    sql`set local role lianxin_auth`.execute(tx.db),
    statement.execute(tx.db),
    sql`set local role lianxin_app`.execute(tx.db),
  ])
  return rows
}

/** Opens a transaction for a tenant and an actor. Only the kernel calls it (and app.ts for subscribers and jobs). */
export async function inTenant<T>(
  world: World,
  tenant: number,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const keys = await world.keysOf(tenant)
  return world.database.inTransaction(prologue(tenant, actor), (db, closeWith) =>
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

/** The same where events are appended outside of a command: once it has committed, whoever follows the tenant is told. */
export async function committing<T>(
  ...[world, tenant, actor, work]: Parameters<typeof inTenant<T>>
): Promise<T> {
  const done = await inTenant(world, tenant, actor, work)
  world.committed?.(tenant)
  return done
}

/**
 * Opens a transaction before no tenant's wall: whoever reads walled rows in it must say each time before whose. For the
 * kernel's own look at whom there is something to do for.
 */
export const acrossTenants = <T>(world: World, work: (db: Transaction<DB>) => Promise<T>): Promise<T> =>
  world.database.inTransaction("SET LOCAL ROLE lianxin_app; SET LOCAL app.reader = 'system'", work)
