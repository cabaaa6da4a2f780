/**
 * - `damaged`: changed, cut short, or read in another place than it was written for. Authentication cannot tell
 *   these apart, and must not.
 * - `unknown-key`: sealed under a key id that this tenant does not hold.
 * - `unknown-algorithm`: a version byte that this program does not know, so written by a newer one or not by us.
 * - `wrong-master-key`: the tenant's keys do not open with the configured master key.
 */
export type CryptoErrorCode = 'damaged' | 'unknown-key' | 'unknown-algorithm' | 'wrong-master-key'

/** Something sealed could not be opened. Never carries plaintext, keys, sealed bytes, or the row it came from. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode

  constructor(code: CryptoErrorCode, sentence: string) {
    super(sentence)
    this.name = 'CryptoError'
    this.code = code
  }
}
