import { hash, type Options, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, first recommended set. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options

/** Longer ones are refused before hashing; the limit leaves room for any passphrase a person would type. */
const PASSWORD_MAX_LENGTH = 256

// An input method may give the same characters in full width or decomposed; NIST SP 800-63B §5.1.1.2 folds them.
const normalised = (password: string) => password.normalize('NFKC')

let decoy: Promise<string> | undefined

/** A PHC string that carries its own parameters and salt. @throws RangeError for more than 256 characters */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > PASSWORD_MAX_LENGTH) throw new RangeError('the password is too long')
  return hash(normalised(password), COST)
}

/**
 * Whether the password is the one that was hashed. An account that does not exist passes `undefined` and costs
 * the same time, so that answers do not tell which names exist. A hash that cannot be read verifies nothing.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX_LENGTH) return false
  decoy ??= hash('lianxin', COST)
  const matches = await verify(stored ?? (await decoy), normalised(password)).catch(() => false)
  return matches && stored !== undefined
}
