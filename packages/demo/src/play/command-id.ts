import { createHash } from 'node:crypto'

/**
 * The id of a step of the play: UUIDv7 of its planned moment, the rest a hash of what it is. The same step has the same id
 * however often it is sent, also by a player that was killed and started again: nothing is done twice.
 *
 * @param at Unix milliseconds
 */
export function commandIdOf(label: string, at: number): string {
  const hash = createHash('sha256').update(label).digest().subarray(0, 16)
  hash.writeUIntBE(at, 0, 6)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x70, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
