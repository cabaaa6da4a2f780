import { HOUR_MS, MINUTE_MS } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'

export const PROOF_VALID_MS = 10 * MINUTE_MS
export const PROOF_TRIES = 5
/** Once proved, so long there is to write. */
export const PROVED_FOR_MS = HOUR_MS
/** Codes to one number within an hour: enough for a mistake, too few to pester somebody. */
export const PROOF_ASKS = 3
export const PROOF_ASKS_WITHIN_MS = HOUR_MS

/** The keyed hash under which a one-time code is kept, bound to its row. */
export const proofHash = (tx: Tx, proofId: string, digits: string): Uint8Array =>
  tx.keys.blindIndex('phone_proof.otp', `${proofId}\n${digits}`)
