import { sql } from 'kysely'
import { systemActor } from './actor.ts'
import { readAfter } from './event-store.ts'
import type { Subscriber } from './module.ts'
import type { World } from './ports.ts'
import { at } from './sql-values.ts'
import { inTenant, type Tx } from './tx.ts'

const BATCH = 100

/**
 * Brings one subscriber of one tenant forward by at most a batch, in one transaction with its position: the row lock
 * lets one process at a time do it, and a killed process repeats the batch. Returns how many events it read.
 */
export async function advance(world: World, tenant: number, subscriber: Subscriber): Promise<number> {
  return inTenant(world, tenant, systemActor(subscriber.name), async (tx) => {
    const position = await lockPosition(tx, subscriber.name)
    if (position === undefined) return 0
    const events = await readAfter(tx, position, BATCH)
    for (const event of events) if (subscriber.on(event.type)) await subscriber.handle(tx, event)
    const last = events.at(-1)
    if (last) await movePosition(tx, subscriber.name, last.seq)
    return events.length
  })
}

/** Undefined when another process holds it: that one will do the work. */
async function lockPosition(tx: Tx, name: string): Promise<number | undefined> {
  await sql`
    insert into subscriber_position (tenant, name, seq, updated_at)
    values (${tx.tenant}, ${name}, 0, ${at(tx.now)}) on conflict do nothing`.execute(tx.db)
  const { rows } = await sql<{ seq: number }>`
    select seq from subscriber_position where tenant = ${tx.tenant} and name = ${name} for update skip locked`.execute(
    tx.db,
  )
  return rows[0] ? Number(rows[0].seq) : undefined
}

async function movePosition(tx: Tx, name: string, seq: number): Promise<void> {
  await sql`
    update subscriber_position set seq = ${seq}, updated_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and name = ${name}`.execute(tx.db)
}
