import { sql } from 'kysely'
import { uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Whether all of these were uploaded and belong to no matter yet. */
export async function unclaimedFiles(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return true
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from file where tenant = ${tx.tenant} and id = any(${uuids(wanted)}) and case_id is null and erased_at is null`.execute(
    tx.db,
  )
  return rows[0]?.found === wanted.length
}

/** Photos of a matter, in the order in which they came. */
export async function filesOfCase(tx: Tx, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from file where tenant = ${tx.tenant} and case_id = ${caseId} and erased_at is null order by uploaded_at, id`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

/** The matter that a photo belongs to; undefined when it is unclaimed, erased or unknown. */
export async function caseOfFile(tx: Tx, fileId: string): Promise<string | undefined> {
  const { rows } = await sql<{ case_id: string | null }>`
    select case_id from file where tenant = ${tx.tenant} and id = ${fileId} and erased_at is null`.execute(
    tx.db,
  )
  return rows[0]?.case_id ?? undefined
}
