import { MINUTE_MS } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { ReadRow, Seal } from './seal.ts'

/**
 * How long after its stamp a row may still be committed: its transaction was stamped when it opened. Nothing older
 * than this before the last sealed row can be new.
 */
const LATEST_COMMIT_MS = 10 * MINUTE_MS

/** The columns of `r`, a row of the read ledger, as a ReadRow. */
export const readColumns = sql`r.id, (extract(epoch from r.at) * 1000000)::bigint as "atMicros", r.account, r.post, r.unit, r.view, r.purpose,
  r.subjects, r.same_hash as "sameHash"`

const sealColumns = sql`tenant, number, sealed_at as "sealedAt", row_count as "rowCount", root, previous`

/** Seals after a number, in order. */
export async function sealsAfter(tx: Tx, number: number, most: number): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`
    select ${sealColumns} from ledger_seal where tenant = ${tx.tenant} and number > ${number} order by number limit ${most}`.execute(
    tx.db,
  )
  return rows
}

export async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`
    select ${sealColumns} from ledger_seal where tenant = ${tx.tenant} order by number desc limit 1`.execute(
    tx.db,
  )
  return rows[0]
}

/** When the last of the sealed rows was stamped; 0 while there is no seal. */
export async function lastSealedRow(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    at: number | null
  }>`select max(at) as at from ledger_sealed_row where tenant = ${tx.tenant}`.execute(tx.db)
  return rows[0]?.at ?? 0
}

/** The moment before which every row must have been sealed; 0 while there is no seal. */
export async function sealedUntil(tx: Tx): Promise<number> {
  const last = await lastSealedRow(tx)
  return Math.max(0, Math.min(last, tx.now) - LATEST_COMMIT_MS)
}

/**
 * Rows that no seal covers, from `from` (inclusive) until `until` (exclusive), oldest first. LIMIT keeps the look-up of
 * each row's seal apart: joined, the planner would read the whole table of sealed rows to check a few hundred.
 */
export async function unsealedRows(
  tx: Tx,
  span: { readonly from: number; readonly until: number | null },
  most: number,
): Promise<readonly ReadRow[]> {
  const { rows } = await sql<ReadRow>`
    select ${readColumns} from read_ledger r
    left join lateral (
      select s.read_id from ledger_sealed_row s where s.tenant = r.tenant and s.read_id = r.id limit 1) sealed on true
    where r.tenant = ${tx.tenant} and r.at >= ${at(span.from)} and ${span.until === null ? sql`true` : sql`r.at < ${at(span.until)}`}
      and sealed.read_id is null
    order by r.at, r.id limit ${most}`.execute(tx.db)
  return rows
}
