import { HOUR_MS, MINUTE_MS, makeFollowCode, normaliseFollowCode } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'

export const OTP_VALID_MS = 10 * MINUTE_MS
export const OTP_TRIES = 5
/** Codes to one number within an hour: enough for a mistake, too few to pester somebody. */
export const OTP_ASKS = 3
export const OTP_ASKS_WITHIN_MS = HOUR_MS

/** The code of a follower: derived, so that a retry gives the same one and nothing is stored that opens anything. */
export const codeOf = (tx: Tx, meTooId: string): string =>
  makeFollowCode(tx.keys.blindIndex('echo_me_too.code', meTooId))

export const codeIndex = (tx: Tx, code: string): Uint8Array =>
  tx.keys.blindIndex('echo_me_too.code_index', code)

/** The index that a typed code is looked up by; undefined when it cannot be one. */
export function typedIndex(tx: Tx, typed: string): Uint8Array | undefined {
  const code = normaliseFollowCode(typed)
  return code === undefined ? undefined : codeIndex(tx, code)
}

export const otpHash = (tx: Tx, meTooId: string, digits: string): Uint8Array =>
  tx.keys.blindIndex('echo_me_too.otp', `${meTooId}\n${digits}`)

const SEAT = { table: 'echo_me_too', column: 'ref', row: 'ref' }

/** Names an open matter to a stranger: sealed, so that it opens nothing and two of the same cannot be told to be the same. */
export const refOf = (tx: Tx, caseId: string): string =>
  Buffer.from(tx.keys.columns.seal(caseId, SEAT)).toString('base64url')

/** The matter that a reference of ours names; undefined for any other text. */
export function caseOfRef(tx: Tx, ref: string): string | undefined {
  try {
    return new TextDecoder().decode(tx.keys.columns.open(Buffer.from(ref, 'base64url'), SEAT))
  } catch {
    return undefined
  }
}
