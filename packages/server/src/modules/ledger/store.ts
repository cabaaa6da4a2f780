import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Seal } from './seal.ts'

export type SealedRow = { readonly id: string; readonly leaf: Uint8Array }

/**
 * Stores a seal with the rows that it covers, in their order, and the index by which the people concerned find them.
 * False when another process has just made the seal of this number.
 */
export async function addSeal(tx: Tx, seal: Seal, rows: readonly SealedRow[]): Promise<boolean> {
  const { rows: added } = await sql`
    insert into ledger_seal (tenant, number, sealed_at, row_count, root, previous)
    values (${tx.tenant}, ${seal.number}, ${at(seal.sealedAt)}, ${seal.rowCount}, ${seal.root}, ${seal.previous})
    on conflict do nothing returning number`.execute(tx.db)
  if (added.length === 0) return false
  const covered = jsonRows(
    rows.map(({ id, leaf }, position) => ({ id, position, leaf: Buffer.from(leaf).toString('hex') })),
  )
  await sql`
    insert into ledger_sealed_row (tenant, read_id, seal, position, at, leaf)
    select ${tx.tenant}, c.id, ${seal.number}, c.position, r.at, decode(c.leaf, 'hex')
    from jsonb_to_recordset(${covered}) as c(id uuid, position int, leaf text)
    join read_ledger r on r.tenant = ${tx.tenant} and r.id = c.id`.execute(tx.db)
  await sql`
    insert into subject_read (tenant, subject, read_id, at)
    select ${tx.tenant}, subject, r.id, r.at
    from jsonb_to_recordset(${covered}) as c(id uuid)
    join read_ledger r on r.tenant = ${tx.tenant} and r.id = c.id cross join unnest(r.subjects) as subject
    on conflict do nothing`.execute(tx.db)
  return true
}

/** The last seal that was written outside the database; 0 before the first. */
export async function exportedUntil(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`select number from ledger_export where tenant = ${tx.tenant}`.execute(tx.db)
  return rows[0]?.number ?? 0
}

export async function markExported(tx: Tx, number: number): Promise<void> {
  await sql`
    insert into ledger_export as e (tenant, number, exported_at) values (${tx.tenant}, ${number}, ${at(tx.now)})
    on conflict (tenant) do update set number = greatest(e.number, excluded.number), exported_at = excluded.exported_at`.execute(
    tx.db,
  )
}
