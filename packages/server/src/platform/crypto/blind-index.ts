import { createHmac, hkdfSync } from 'node:crypto'

const BLIND_INDEX_BYTES = 16

/**
 * A keyed fingerprint by which an encrypted value can be found again by equality: HMAC-SHA-256, cut to 16 bytes,
 * under a key of the field's own (HKDF, RFC 5869), so that equal values in two fields or two tenants do not look
 * equal. It shows which rows of one field are equal, so only nearly unique values (phone, identity number) get one.
 *
 * @param field `table.column`
 * @param normalisedValue the value in its one spelling: the caller has stripped spaces, folded width and case
 */
export function blindIndex(indexKey: Uint8Array, field: string, normalisedValue: string): Uint8Array {
  const fieldKey = hkdfSync('sha256', indexKey, new Uint8Array(0), `lianxin/blind-index/${field}`, 32)
  const digest = createHmac('sha256', new Uint8Array(fieldKey)).update(normalisedValue, 'utf8').digest()
  return digest.subarray(0, BLIND_INDEX_BYTES)
}
