import { createHash } from 'node:crypto'

/** What an id of the demonstration district can stand for. */
export type StableKind =
  | 'place'
  | 'street'
  | 'compound'
  | 'building'
  | 'entrance'
  | 'dwelling'
  | 'unit'
  | 'post'
  | 'account'
  | 'item'
  | 'matter'
  | 'rule'
  | 'demand'
  | 'dutyList'

const NAMESPACE = Buffer.from('5c1ff0a8b6d4561f9d0e21010500f00d', 'hex')

/**
 * The id of a demonstration row: a name-based UUID (RFC 9562 version 5, SHA-1) of kind and code. It depends on nothing
 * else, so a district that is generated again finds its own rows.
 */
export function stableId(kind: StableKind, code: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${kind}:${code}`).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
