import { sql } from 'kysely'
import { jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { DutyMoment } from './domain/on-duty.ts'

/** Keeps on clocks when it is looked again who may answer. A step of the matter has taken the earlier moments away. */
export async function keepDutyMoments(tx: Tx, moments: readonly DutyMoment[]): Promise<void> {
  if (moments.length === 0) return
  const rows = moments.map(({ clockId, at }) => ({ clockId, at: new Date(at).toISOString() }))
  await sql`
    update clock set duty_at = r.at from jsonb_to_recordset(${jsonRows(rows)}) as r("clockId" uuid, at timestamptz)
    where clock.tenant = ${tx.tenant} and clock.id = r."clockId"`.execute(tx.db)
}

export async function forgetDutyMoments(tx: Tx, caseId: string): Promise<void> {
  await sql`
    update clock set duty_at = null where tenant = ${tx.tenant} and case_id = ${caseId} and duty_at is not null`.execute(
    tx.db,
  )
}
