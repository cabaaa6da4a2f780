import { sql } from 'kysely'
import type { Subscriber } from './module.ts'
import type { Tx } from './tx.ts'

/** By which rule a subscriber counts; 0: nothing that could be counted anew. */
export const basisOf = ({ counts }: Subscriber): number => counts?.basis ?? 0

/** How far what is being counted anew has come: event `done` of `of`. */
export type Recounting = { readonly done: number; readonly of: number }

/** Is what this subscriber counts not the whole, because it is being counted anew, or about to be? */
export async function recounting(tx: Tx, subscriber: Subscriber): Promise<Recounting | null> {
  const { rows } = await sql<{ seq: number; stale: boolean; to: number }>`
    select p.seq, p.basis < ${basisOf(subscriber)} as stale, coalesce(p.recount_to, 0) as "to"
    from subscriber_position p
    where p.tenant = ${tx.tenant} and p.name = ${subscriber.name}`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  const [done, of] = [Number(row.seq), Number(row.to)]
  if (row.stale) return { done: 0, of: Math.max(of, done) }
  return done < of ? { done, of } : null
}

/** Forgets what was counted by an older rule; the events are told again from the first. The position is locked by the caller. */
export async function beginAgain(tx: Tx, subscriber: Subscriber): Promise<void> {
  await subscriber.counts?.forget(tx)
  await sql`
    update subscriber_position p set seq = 0, basis = ${basisOf(subscriber)}, recount_to = h.seq
    from tenant_head h where h.tenant = p.tenant and p.tenant = ${tx.tenant} and p.name = ${subscriber.name}`.execute(
    tx.db,
  )
}

/** Says that everything is counted by the present rule, and holds the position until this transaction ends: for an operator's rebuild. */
export async function holdAsCounted(tx: Tx, subscriber: Subscriber): Promise<void> {
  await sql`
    update subscriber_position set basis = ${basisOf(subscriber)}, recount_to = null
    where tenant = ${tx.tenant} and name = ${subscriber.name}`.execute(tx.db)
}
