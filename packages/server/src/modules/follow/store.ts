import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { OTP_TRIES, OTP_VALID_MS, type TryLimit } from './domain.ts'

/**
 * Counts a try before its outcome is known; false when the target is locked. The row's lock makes simultaneous tries
 * at one target wait for each other, so that none of them goes uncounted.
 */
export async function countTry(tx: Tx, target: Uint8Array, limit: TryLimit): Promise<boolean> {
  const anew = sql`(a.first_at <= ${at(tx.wallNow - limit.windowMs)} or a.locked_until is not null)`
  const { rows } = await sql`
    insert into follow_attempt as a (tenant, target, failures, first_at) values (${tx.tenant}, ${target}, 1, ${at(tx.wallNow)})
    on conflict (tenant, target) do update set
      failures = case when ${anew} then 1 else a.failures + 1 end,
      first_at = case when ${anew} then excluded.first_at else a.first_at end,
      locked_until = case when not ${anew} and a.failures + 1 >= ${limit.most} then ${at(tx.wallNow + limit.lockMs)} end
    where a.locked_until is null or a.locked_until <= ${at(tx.wallNow)}
    returning failures`.execute(tx.db)
  return rows.length === 1
}

/** The try was right: nothing is held against the target any more. */
export async function forgetTries(tx: Tx, target: Uint8Array): Promise<void> {
  await sql`delete from follow_attempt where tenant = ${tx.tenant} and target = ${target}`.execute(tx.db)
}

export async function addOtp(
  tx: Tx,
  otp: { readonly id: string; readonly caseId: string; readonly hash: Uint8Array },
): Promise<void> {
  await sql`
    insert into follow_otp (tenant, id, case_id, code_hash, created_at, expires_at, tries)
    values (${tx.tenant}, ${otp.id}, ${otp.caseId}, ${otp.hash}, ${at(tx.wallNow)}, ${at(tx.wallNow + OTP_VALID_MS)}, 0)`.execute(
    tx.db,
  )
}

/** The codes of a matter that can still be used, each with one try less. */
export async function tryOtps(tx: Tx, caseId: string): Promise<readonly { id: string; hash: Uint8Array }[]> {
  const { rows } = await sql<{ id: string; hash: Uint8Array }>`
    update follow_otp set tries = tries + 1
    where tenant = ${tx.tenant} and case_id = ${caseId} and used_at is null and expires_at > ${at(tx.wallNow)} and tries < ${OTP_TRIES}
    returning id, code_hash as hash`.execute(tx.db)
  return rows
}

/** One code was used: with it end the others of the matter. */
export async function useOtps(tx: Tx, caseId: string): Promise<void> {
  await sql`
    update follow_otp set used_at = ${at(tx.wallNow)}
    where tenant = ${tx.tenant} and case_id = ${caseId} and used_at is null`.execute(tx.db)
}

/** Removes what no rule asks about any more. Returns how many rows went. */
export async function forgetBefore(tx: Tx, moment: number): Promise<number> {
  const tries = await sql`
    delete from follow_attempt
    where tenant = ${tx.tenant} and first_at < ${at(moment)} and (locked_until is null or locked_until <= ${at(tx.wallNow)})`.execute(
    tx.db,
  )
  const codes =
    await sql`delete from follow_otp where tenant = ${tx.tenant} and expires_at < ${at(moment)}`.execute(
      tx.db,
    )
  return Number((tries.numAffectedRows ?? 0n) + (codes.numAffectedRows ?? 0n))
}
