import { randomBytes } from 'node:crypto'
import { CLEAR_ALPHABET } from '@lianxin/contract'

/** 12 clear characters in groups of four: 59 bits. */
export function newPassword(): string {
  const letters = CLEAR_ALPHABET.toLowerCase()
  const drawn = [...randomBytes(64)].filter(
    (byte) => byte < Math.floor(256 / letters.length) * letters.length,
  )
  const text = drawn
    .slice(0, 12)
    .map((byte) => letters.charAt(byte % letters.length))
    .join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
