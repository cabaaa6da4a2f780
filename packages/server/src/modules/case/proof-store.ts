import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import {
  PROOF_ASKS,
  PROOF_ASKS_WITHIN_MS,
  PROOF_TRIES,
  PROOF_VALID_MS,
  PROVED_FOR_MS,
} from './domain/phone-proof.ts'

export type NewProof = {
  readonly id: string
  readonly caseId: string
  readonly phone: Uint8Array
  readonly phoneIndex: Uint8Array
  readonly language: 'zh-CN' | 'en'
  readonly hash: Uint8Array
}

/** May this number get another code? Whoever asks for the same one at the same time waits here. */
export async function mayAskAgain(tx: Tx, phoneIndex: Uint8Array): Promise<boolean> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('phone_proof' || encode(${phoneIndex}::bytea, 'hex'), ${tx.tenant}))`.execute(
    tx.db,
  )
  const { rows } = await sql<{ asks: number }>`
    select count(*)::int as asks from phone_proof
    where tenant = ${tx.tenant} and phone_index = ${phoneIndex} and asked_at > ${at(tx.now - PROOF_ASKS_WITHIN_MS)}`.execute(
    tx.db,
  )
  return (rows[0]?.asks ?? 0) < PROOF_ASKS
}

export async function addProof(tx: Tx, proof: NewProof): Promise<void> {
  await sql`
    insert into phone_proof (tenant, id, case_id, phone, phone_index, language, otp_hash, tries, asked_at)
    values (${tx.tenant}, ${proof.id}, ${proof.caseId}, ${proof.phone}, ${proof.phoneIndex}, ${proof.language}, ${proof.hash}, 0, ${at(tx.now)})`.execute(
    tx.db,
  )
}

/** The hash that the code must have, with one try less; undefined when there is none, too late or tried too often. */
export async function takeProofTry(tx: Tx, caseId: string, id: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ hash: Uint8Array }>`
    update phone_proof set tries = tries + 1
    where tenant = ${tx.tenant} and id = ${id} and case_id = ${caseId} and tries < ${PROOF_TRIES} and asked_at > ${at(tx.now - PROOF_VALID_MS)}
    returning otp_hash as hash`.execute(tx.db)
  return rows[0]?.hash
}

export async function markProved(tx: Tx, id: string): Promise<void> {
  await sql`
    update phone_proof set proved_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = ${id} and proved_at is null`.execute(
    tx.db,
  )
}

type Row = { id: string; phone: Uint8Array; language: 'zh-CN' | 'en' }
const phoneOf = (tx: Tx, { id, phone }: Row): string =>
  new TextDecoder().decode(tx.keys.columns.open(phone, { table: 'phone_proof', column: 'phone', row: id }))

/** The number that was proved for a matter not long ago; undefined: none. */
export async function provedPhone(tx: Tx, caseId: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<Row>`
    select id, phone, language from phone_proof
    where tenant = ${tx.tenant} and id = ${id} and case_id = ${caseId} and proved_at > ${at(tx.now - PROVED_FOR_MS)}`.execute(
    tx.db,
  )
  return rows[0] && phoneOf(tx, rows[0])
}

/** Where a one-time code goes. */
export async function proofRecipient(
  tx: Tx,
  id: string,
): Promise<{ readonly phone: string; readonly language: 'zh-CN' | 'en' } | undefined> {
  const { rows } = await sql<Row>`
    select id, phone, language from phone_proof where tenant = ${tx.tenant} and id = ${id}`.execute(tx.db)
  return rows[0] && { phone: phoneOf(tx, rows[0]), language: rows[0].language }
}

/** Nothing is asked of a proof after a day. Returns how many went. */
export async function forgetProofs(tx: Tx, before: number): Promise<number> {
  const gone =
    await sql`delete from phone_proof where tenant = ${tx.tenant} and asked_at < ${at(before)}`.execute(tx.db)
  return Number(gone.numAffectedRows ?? 0n)
}
