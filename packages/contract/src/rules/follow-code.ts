import { toHalfWidth } from './text-limits.ts'

/** Digits and capitals without look-alikes (no 0 O 1 I L): 31 characters, a prime number. */
export const CLEAR_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 13 characters of 31 carry 64 bits; 12 would carry 59.4, below the 60 that we ask for. */
const LENGTH = 13
const GROUPS = /^(.{4})(.{5})(.{4})$/
const RANDOM_BYTES = 16

/**
 * The secret with which a resident follows a matter without an account: `XXXX-XXXXX-XXXX`, in the rhythm of a phone
 * number, 64 bits.
 * @param random 16 bytes or more from a cryptographic source; the first 16 are used (bias below 2⁻⁶³)
 * @throws RangeError for fewer bytes.
 */
export function makeFollowCode(random: Uint8Array): string {
  if (random.length < RANDOM_BYTES) throw new RangeError('A follow code needs 16 random bytes')
  let rest = random.slice(0, RANDOM_BYTES).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  let code = ''
  while (code.length < LENGTH) {
    code += CLEAR_ALPHABET.charAt(Number(rest % 31n))
    rest /= 31n
  }
  return code.replace(GROUPS, '$1-$2-$3')
}

/** Upper case, half width, without spaces, hyphens or dashes: what is left of a code as somebody typed it. */
export const compactCode = (input: string): string =>
  toHalfWidth(input)
    .toUpperCase()
    .replace(/[\s\-‐-―−_.]/g, '')

/** The code as it was issued, from what somebody typed; undefined when it cannot be one. */
export function normaliseFollowCode(input: string): string | undefined {
  const code = compactCode(input)
  const clear = code.length === LENGTH && [...code].every((character) => CLEAR_ALPHABET.includes(character))
  return clear ? code.replace(GROUPS, '$1-$2-$3') : undefined
}
