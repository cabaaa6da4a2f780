import { createHash, timingSafeEqual } from 'node:crypto'
import { HOUR_MS, MINUTE_MS, parsePublicNumber } from '@lianxin/contract'
import type { Tx } from '../../kernel/tx.ts'

/** So many tries in a window, then nothing goes for a while: against guessing, and against flooding a phone. */
export type TryLimit = { readonly most: number; readonly windowMs: number; readonly lockMs: number }

export const GUESS_LIMIT: TryLimit = { most: 10, windowMs: HOUR_MS, lockMs: HOUR_MS }
export const ASK_LIMIT: TryLimit = { most: 3, windowMs: 10 * MINUTE_MS, lockMs: 10 * MINUTE_MS }

export const OTP_VALID_MS = 10 * MINUTE_MS
export const OTP_TRIES = 5

/** What tries are counted against. A keyed hash: the table tells nobody which numbers or phones were tried. */
export const target = (tx: Tx, way: 'code' | 'otp' | 'ask', ...parts: readonly string[]): Uint8Array =>
  tx.keys.blindIndex('follow_attempt.target', [way, ...parts].join('\n'))

/** The keyed hash under which a one-time code is kept; bound to its row and to the one person it was sent to. */
export const otpHash = (tx: Tx, otpId: string, requesterId: string, digits: string): Uint8Array =>
  tx.keys.blindIndex('follow_otp.code', `${otpId}\n${requesterId}\n${digits}`)

/** The number as it was issued; undefined when it cannot be one, which everybody can compute for themselves. */
export function issuedNumber(typed: string): string | undefined {
  const parsed = parsePublicNumber(typed)
  return typeof parsed === 'string' ? undefined : parsed.text
}

/** In a time that tells nothing of where they differ; hashed first, because the comparison needs equal lengths. */
export const sameSecret = (one: string | Uint8Array, other: string | Uint8Array): boolean =>
  timingSafeEqual(digest(one), digest(other))

const digest = (secret: string | Uint8Array) => createHash('sha256').update(secret).digest()
