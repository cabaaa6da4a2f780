import { sql } from 'kysely'
import { systemActor } from './actor.ts'
import { readAfter, type StoredEvent } from './event-store.ts'
import type { Subscriber } from './module.ts'
import type { World } from './ports.ts'
import { basisOf, beginAgain } from './recount.ts'
import { at, jsonRows } from './sql-values.ts'
import { inTenant, type Tx } from './tx.ts'

const BATCH = 100

export type Turn = {
  /** Something is left to be read: more than a batch, or what the subscribers themselves have caused. */
  readonly behind: boolean
  readonly faults: readonly { readonly subscriber: string; readonly error: unknown }[]
}

/**
 * Brings the subscribers of one tenant forward by at most a batch, all in one transaction with their positions: the row locks
 * let one process at a time do it, and a killed process repeats the batch. Should one fail, each gets a transaction of its
 * own, so that it stops none of the others.
 */
export async function advanceAll(
  world: World,
  tenant: number,
  subscribers: readonly Subscriber[],
): Promise<Turn> {
  try {
    return { behind: await advance(world, tenant, subscribers), faults: [] }
  } catch (error) {
    const [only, ...others] = subscribers
    if (only && others.length === 0) return { behind: false, faults: [{ subscriber: only.name, error }] }
    const turns: Turn[] = []
    for (const one of subscribers) turns.push(await advanceAll(world, tenant, [one]))
    return { behind: turns.some(({ behind }) => behind), faults: turns.flatMap(({ faults }) => faults) }
  }
}

/** The same for those who succeed or fail together. Whether something is left to be read for one that moved. */
export async function advance(
  world: World,
  tenant: number,
  subscribers: readonly Subscriber[],
): Promise<boolean> {
  return inTenant(world, tenant, systemActor('subscribers'), async (tx) => {
    const groups = Map.groupBy(await lockPositions(tx, subscribers), ({ seq }) => seq)
    const moved: { name: string; seq: number }[] = []
    // All stand at the same place, unless one was added or has failed.
    for (const [position, group] of groups) {
      const events = await readAfter(tx, position, BATCH)
      const last = events.at(-1)
      if (!last) continue
      // Side by side: none of them waits for what another asks the database.
      await Promise.all(group.map(({ subscriber }) => tell(tx, subscriber, events)))
      moved.push(...group.map(({ subscriber: { name } }) => ({ name, seq: last.seq })))
    }
    return moved.length > 0 && (await movePositions(tx, moved)) > Math.min(...moved.map(({ seq }) => seq))
  })
}

async function tell(tx: Tx, subscriber: Subscriber, events: readonly StoredEvent[]): Promise<void> {
  const wanted = events.filter(({ type }) => subscriber.on(type))
  if (wanted.length > 0) await subscriber.handle({ ...tx, actor: systemActor(subscriber.name) }, wanted)
}

type Place = { readonly subscriber: Subscriber; readonly seq: number }

/** Where those stand whom no other process is bringing forward. */
async function lockPositions(tx: Tx, subscribers: readonly Subscriber[]): Promise<readonly Place[]> {
  const names = subscribers.map(({ name }) => name)
  const lock = async () => {
    const { rows } = await sql<{ name: string; seq: number; basis: number }>`
      select name, seq, basis from subscriber_position where tenant = ${tx.tenant} and name = any(${names})
      order by name for update skip locked`.execute(tx.db)
    return rows
  }
  let rows = await lock()
  if (rows.length < names.length) {
    await sql`
      insert into subscriber_position (tenant, name, seq, basis, updated_at)
      select ${tx.tenant}, name, 0, basis, ${at(tx.now)} from unnest(${names}::text[], ${subscribers.map(basisOf)}::int[]) as s (name, basis)
      on conflict do nothing`.execute(tx.db)
    rows = await lock()
  }
  const places: Place[] = []
  for (const subscriber of subscribers) {
    const row = rows.find(({ name }) => name === subscriber.name)
    if (!row) continue
    const isOld = row.basis < basisOf(subscriber)
    if (isOld) await beginAgain(tx, subscriber)
    places.push({ subscriber, seq: isOld ? 0 : Number(row.seq) })
  }
  return places
}

/** Returns the tenant's head as it stands then. */
async function movePositions(tx: Tx, moved: readonly { name: string; seq: number }[]): Promise<number> {
  const { rows } = await sql<{ head: number }>`
    with moved as (
      update subscriber_position p set seq = m.seq, updated_at = ${at(tx.now)}
      from jsonb_to_recordset(${jsonRows(moved)}) as m(name text, seq bigint)
      where p.tenant = ${tx.tenant} and p.name = m.name
    )
    select seq as head from tenant_head where tenant = ${tx.tenant}`.execute(tx.db)
  return Number(rows[0]?.head ?? 0)
}
