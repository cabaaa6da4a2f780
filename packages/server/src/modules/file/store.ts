import { sql } from 'kysely'
import { at, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type NewFile = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly byteCount: number
  readonly sha256: Uint8Array
}

export async function addFile(tx: Tx, file: NewFile): Promise<void> {
  const uploader = tx.actor.kind === 'account' ? tx.actor.accountId : null
  await sql`
    insert into file (tenant, id, uploaded_at, uploaded_by, width, height, byte_count, sha256)
    values (${tx.tenant}, ${file.id}, ${at(tx.now)}, ${uploader}, ${file.width}, ${file.height}, ${file.byteCount}, ${file.sha256})`.execute(
    tx.db,
  )
}

/** Ties photos to the matter that they came with; the first matter that names a photo has it. */
export async function claimFiles(
  tx: Tx,
  caseId: string,
  step: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update file set case_id = ${caseId}, step = ${step} where tenant = ${tx.tenant} and id = any(${uuids(ids)}) and case_id is null`.execute(
    tx.db,
  )
}

/** Marks photos that nobody claimed in time, and says which: their blobs are to be erased. */
export async function retireUnclaimed(tx: Tx, before: number, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update file set erased_at = ${at(tx.now)} where tenant = ${tx.tenant} and id in (
      select id from file where tenant = ${tx.tenant} and case_id is null and erased_at is null and uploaded_at < ${at(before)} order by uploaded_at limit ${limit})
    returning id`.execute(tx.db)
  return rows.map((row) => row.id)
}
