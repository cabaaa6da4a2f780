import { createHash } from 'node:crypto'

/** One byte in front says what was hashed, so that a leaf can never be passed off as a node (RFC 6962 §2.1). */
const LEAF = 0x00
const NODE = 0x01
const SEAL = 0x02

export type Field = string | number | null | Uint8Array

/**
 * Fields in a row, each with its length in front (4 bytes, big-endian; 0xFFFFFFFF for null), so that no two different
 * rows have the same bytes. Text is UTF-8; numbers are written in decimal.
 */
function encode(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap((field) => {
    const length = Buffer.alloc(4, 0xff)
    if (field === null) return [length]
    const bytes = typeof field === 'object' ? field : Buffer.from(String(field), 'utf8')
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(parts)
}

const sha256 = (mark: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256').update(Buffer.of(mark))
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const leafOf = (fields: readonly Field[]): Uint8Array => sha256(LEAF, encode(fields))
export const sealHashOf = (fields: readonly Field[]): Uint8Array => sha256(SEAL, encode(fields))

/** The Merkle tree hash of RFC 6962 §2.1 over leaves: the left half is the largest power of two below their number. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (!only) throw new RangeError('a tree has leaves')
  if (leaves.length === 1) return only
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return sha256(NODE, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
