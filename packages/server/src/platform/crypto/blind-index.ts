import { createHmac, hkdfSync } from 'node:crypto'

const BLIND_INDEX_BYTES = 16

/** Deriving a key costs more than using it: once for each field of an index key. */
const derived = new WeakMap<Uint8Array, Map<string, Uint8Array>>()

function fieldKeyOf(indexKey: Uint8Array, field: string): Uint8Array {
  const ofKey = derived.get(indexKey) ?? new Map<string, Uint8Array>()
  derived.set(indexKey, ofKey)
  const found = ofKey.get(field)
  if (found) return found
  const info = `lianxin/blind-index/${field}`
  const made = new Uint8Array(hkdfSync('sha256', indexKey, new Uint8Array(0), info, 32))
  ofKey.set(field, made)
  return made
}

/**
 * A keyed fingerprint by which an encrypted value can be found again by equality: HMAC-SHA-256, cut to 16 bytes,
 * under a key of the field's own (HKDF, RFC 5869), so that equal values in two fields or two tenants do not look
 * equal. It shows which rows of one field are equal, so only nearly unique values (phone, identity number) get one.
 *
 * @param field `table.column`
 * @param normalisedValue the value in its one spelling: the caller has stripped spaces, folded width and case
 */
export function blindIndex(indexKey: Uint8Array, field: string, normalisedValue: string): Uint8Array {
  const digest = createHmac('sha256', fieldKeyOf(indexKey, field)).update(normalisedValue, 'utf8').digest()
  return digest.subarray(0, BLIND_INDEX_BYTES)
}
