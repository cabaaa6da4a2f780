import { sql } from 'kysely'
import { at, atOrNull } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { OTP_TRIES, OTP_VALID_MS } from './domain/me-too.ts'

export type NewMeToo = {
  readonly id: string
  readonly caseId: string
  readonly codeIndex: Uint8Array
  readonly phone: Uint8Array | null
  readonly phoneIndex: Uint8Array | null
  readonly language: 'zh-CN' | 'en'
  readonly otpHash: Uint8Array | null
}

/** With a number it counts from the one-time code on; without, at once. */
export async function addMeToo(tx: Tx, meToo: NewMeToo): Promise<void> {
  const confirmed = meToo.otpHash === null ? tx.now : null
  await sql`
    insert into echo_me_too (tenant, id, case_id, code_index, phone, phone_index, language, otp_hash, otp_tries, asked_at, confirmed_at)
    values (${tx.tenant}, ${meToo.id}, ${meToo.caseId}, ${meToo.codeIndex}, ${meToo.phone}, ${meToo.phoneIndex}, ${meToo.language}, ${meToo.otpHash}, 0,
      ${at(tx.now)}, ${atOrNull(confirmed)})`.execute(tx.db)
}

export type Asked = {
  readonly id: string
  readonly caseId: string
  readonly phoneIndex: Uint8Array
  readonly otpHash: Uint8Array
}

/** The row that waits for its code, with one try less; undefined when there is none, too late or tried too often. */
export async function takeTry(tx: Tx, id: string): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`
    update echo_me_too set otp_tries = otp_tries + 1
    where tenant = ${tx.tenant} and id = ${id} and confirmed_at is null and otp_hash is not null and otp_tries < ${OTP_TRIES}
      and asked_at > ${at(tx.now - OTP_VALID_MS)}
    returning id, case_id as "caseId", phone_index as "phoneIndex", otp_hash as "otpHash"`.execute(tx.db)
  return rows[0]
}

/** The number is right. Whoever had already said so with the same number is the same person: that one stays, this row goes. */
export async function confirmMeToo(tx: Tx, asked: Asked): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    select id from echo_me_too
    where tenant = ${tx.tenant} and case_id = ${asked.caseId} and phone_index = ${asked.phoneIndex} and confirmed_at is not null and left_at is null
    for update`.execute(tx.db)
  const [earlier] = rows
  if (earlier) {
    await sql`delete from echo_me_too where tenant = ${tx.tenant} and id = ${asked.id}`.execute(tx.db)
    return { id: earlier.id, isNew: false }
  }
  await sql`
    update echo_me_too set confirmed_at = ${at(tx.now)}, otp_hash = null where tenant = ${tx.tenant} and id = ${asked.id}`.execute(
    tx.db,
  )
  return { id: asked.id, isNew: true }
}

/** Told no more: the number is erased at once. */
export async function leaveMeToo(tx: Tx, id: string): Promise<void> {
  await sql`
    update echo_me_too set left_at = ${at(tx.now)}, phone = null, phone_index = null where tenant = ${tx.tenant} and id = ${id} and left_at is null`.execute(
    tx.db,
  )
}

/** Rows without a right code go after a day; numbers go when nothing more can happen to the matter, nor to the one it was joined with. */
export async function forgetMeToo(tx: Tx, unconfirmedBefore: number, closedBefore: number): Promise<number> {
  const gone = await sql`
    delete from echo_me_too where tenant = ${tx.tenant} and confirmed_at is null and asked_at < ${at(unconfirmedBefore)}`.execute(
    tx.db,
  )
  const erased = await sql`
    update echo_me_too m set phone = null, phone_index = null
    where m.tenant = ${tx.tenant} and m.phone is not null and not exists (
      with recursive chain as (
        select c.id, c.merged_into_id, c.closed_at from grid_case c where c.tenant = ${tx.tenant} and c.id = m.case_id
        union
        select c.id, c.merged_into_id, c.closed_at from chain join grid_case c on c.tenant = ${tx.tenant} and c.id = chain.merged_into_id
      )
      select 1 from chain where closed_at is null or closed_at >= ${at(closedBefore)})`.execute(tx.db)
  return Number((gone.numAffectedRows ?? 0n) + (erased.numAffectedRows ?? 0n))
}
