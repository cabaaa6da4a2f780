import { CLEAR_ALPHABET, compactCode } from './follow-code.ts'
import { dayAt, type Instant, isIsoDate, isoDateOf, toEpochMs } from './local-day.ts'

/**
 * The number of a matter, to be read out on the telephone: `HG-261123-0042-K` is matter 42 that tenant HG registered
 * on 2026-11-23, and K a check character.
 */
export type PublicNumber = {
  /** Two capitals, chosen once per tenant: always two, so that no digit can be taken for a letter of it. */
  readonly prefix: string
  /** The local day, `YYYY-MM-DD`, in 2000–2099. */
  readonly date: string
  /** From 1, per tenant and day; four digits or more. */
  readonly serial: number
}

const COMPACT = /^([A-Z]{2})(\d{2})(\d{2})(\d{2})(\d{4,9})([2-9A-HJKMNP-Z])$/

/**
 * One character over everything before it: powers of 3 modulo the prime 31, letters as 0–25 and digits as 0–9.
 * One wrong character, or two exchanged digits or two exchanged letters, never pass (the scheme of GB 32100, with a
 * check alphabet without look-alikes).
 */
function checkCharacter(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    const value = character >= 'A' ? character.charCodeAt(0) - 65 : Number(character)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CLEAR_ALPHABET.charAt(sum % 31)
}

/**
 * Writes a public number.
 * @param registeredAt decides the day, in the zone of `utcOffsetMinutes`
 * @throws RangeError for a prefix, day or serial that a number cannot hold.
 */
export function formatPublicNumber(of: {
  readonly prefix: string
  readonly registeredAt: Instant
  readonly serial: number
  readonly utcOffsetMinutes: number
}): string {
  if (!/^[A-Z]{2}$/.test(of.prefix)) throw new RangeError('A prefix is two capitals')
  const date = isoDateOf(dayAt(toEpochMs(of.registeredAt), of.utcOffsetMinutes))
  if (!Number.isInteger(of.serial) || of.serial < 1) throw new RangeError('A serial is a whole number from 1')
  const day = date.slice(2).replaceAll('-', '')
  const serial = String(of.serial).padStart(4, '0')
  const check = checkCharacter(of.prefix + day + serial)
  if (!date.startsWith('20') || !COMPACT.test(of.prefix + day + serial + check)) {
    throw new RangeError('A public number has a day of this century and a serial of at most nine digits')
  }
  return `${of.prefix}-${day}-${serial}-${check}`
}

/** A public number as it was issued, and its parts. */
export type ParsedPublicNumber = PublicNumber & { readonly text: string }

/**
 * Reads a number as people type or say it: spaces, missing hyphens, lower case and full-width characters are fine.
 * @returns `malformed` when it is no number at all, `misread` when its check character says that one is wrong
 */
export function parsePublicNumber(input: string): ParsedPublicNumber | 'malformed' | 'misread' {
  const compact = compactCode(input)
  const [, prefix, year, month, dayOfMonth, digits, check] = COMPACT.exec(compact) ?? []
  if (!prefix || !digits || !check) return 'malformed'
  if (checkCharacter(compact.slice(0, -1)) !== check) return 'misread'
  const date = `20${year}-${month}-${dayOfMonth}`
  const serial = Number(digits)
  // A serial has no more zeros than its four places need: else one matter would have several numbers.
  if (!isIsoDate(date) || serial < 1 || String(serial).padStart(4, '0') !== digits) return 'malformed'
  return { prefix, date, serial, text: `${prefix}-${year}${month}${dayOfMonth}-${digits}-${check}` }
}
