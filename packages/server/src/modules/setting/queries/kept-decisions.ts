import { MINUTE_MS, type SettingName } from '@lianxin/contract'
import { sql } from 'kysely'
import { inMs } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

type Decided = { readonly name: SettingName; readonly effectiveFrom: number; readonly value: unknown }
type Kept = { readonly readAt: number; readonly decided: readonly Decided[] }

/** Much longer than a transaction may last: whatever was decided before, was stored by then. */
const SETTLED_MS = 10 * MINUTE_MS
/** A district that decided more often than this is read anew each time, so that memory stays bounded. */
const MOST = 500

/** By the keys of a tenant: they are the tenant's own, and what is kept goes when they go. */
const kept = new WeakMap<Tx['keys'], Kept>()

/**
 * The decisions from which any moment can be answered, oldest first. A decision counts from the next full minute on and none
 * is ever taken back, so what held some minutes ago holds for good: it is kept, in every process alike and with nobody to
 * tell another. A moment that is not settled yet is read from the table.
 */
export async function decisionsFor(tx: Tx, moment: number): Promise<readonly Decided[]> {
  const known = kept.get(tx.keys)
  if (known && moment <= known.readAt - SETTLED_MS) return known.decided
  const { rows } = await sql<Decided>`
    select name, ${inMs('effective_from')} as "effectiveFrom", value from district_setting
    where tenant = ${tx.tenant} order by name, version`.execute(tx.db)
  if (rows.length <= MOST) kept.set(tx.keys, { readAt: tx.now, decided: rows })
  return rows
}
