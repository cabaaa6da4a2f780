import { createHash } from 'node:crypto'
import type { MessageChannel } from './connector.ts'

/** The id of the message that an event causes: always the same, so that seeing the event twice makes one message (UUID version 8, RFC 9562 §5.8). */
export function messageId(eventId: string, channel: MessageChannel): string {
  const bytes = createHash('sha256').update(`message\n${channel}\n${eventId}`).digest().subarray(0, 16)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
