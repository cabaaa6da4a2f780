import { isIsoDate } from './local-day.ts'

const ID_CHECK_CHARACTERS = '10X98765432'
/** An unallocated region (GB/T 2260): every synthetic person carries it, so that no number is a living person's. */
export const SYNTHETIC_REGION = '219999'

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0)

/** What is wrong with a resident identity number (GB 11643). */
export type ResidentIdProblem = 'format' | 'birthDate' | 'checksum'

/** The 18th character for the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = [...first17].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  )
  return ID_CHECK_CHARACTERS.charAt(sum % 11)
}

/** The first problem of an 18-character identity number (final x in either case), or undefined when it is sound. */
export function residentIdProblem(id: string): ResidentIdProblem | undefined {
  if (!/^[1-9]\d{16}[\dXx]$/.test(id)) return 'format'
  if (!isIsoDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)) return 'birthDate'
  return residentIdCheckCharacter(id.slice(0, 17)) === id.charAt(17).toUpperCase() ? undefined : 'checksum'
}

/** Is this a sound number of the synthetic region? Demonstration data may contain no other. */
export const isSyntheticResidentId = (id: string): boolean =>
  id.startsWith(SYNTHETIC_REGION) && residentIdProblem(id) === undefined

/**
 * A synthetic identity number.
 * @param birthDate `YYYY-MM-DD`
 * @param serial 0 to 999 (odd: male, even: female, as in GB 11643)
 * @throws RangeError for a day that does not exist or a serial out of range.
 */
export function syntheticResidentId(birthDate: string, serial: number): string {
  if (!isIsoDate(birthDate)) throw new RangeError('A birth date is YYYY-MM-DD')
  if (!(Number.isInteger(serial) && serial >= 0 && serial <= 999))
    throw new RangeError('A serial is 0 to 999')
  const first17 = SYNTHETIC_REGION + birthDate.replaceAll('-', '') + String(serial).padStart(3, '0')
  return first17 + residentIdCheckCharacter(first17)
}

/** What is odd about a unified social credit code (GB 32100). */
export type UsccWarning = 'format' | 'checksum' | 'organisationChecksum'

/**
 * A warning about an 18-character unified social credit code, or undefined when it is sound. Some codes that were
 * really issued fail their check digits, so a form warns and never blocks on this.
 */
export function usccWarning(code: string): UsccWarning | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'format'
  const values = [...code].slice(0, 17).map((character) => USCC_ALPHABET.indexOf(character))
  const check = (31 - (weighted(values, USCC_WEIGHTS) % 31)) % 31
  return code.charAt(17) === USCC_ALPHABET.charAt(check) ? organisationWarning(code.slice(8, 17)) : 'checksum'
}

/** GB 11714: letters A–Z stand for 10–35 there, and X for a check value of 10. */
function organisationWarning(code: string): 'organisationChecksum' | undefined {
  const values = [...code].slice(0, 8).map((character) => Number.parseInt(character, 36))
  const check = 11 - (weighted(values, ORGANISATION_WEIGHTS) % 11)
  return code.charAt(8) === '0123456789X0'.charAt(check) ? undefined : 'organisationChecksum'
}
