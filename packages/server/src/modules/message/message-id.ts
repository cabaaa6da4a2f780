import { derivedId } from '../../kernel/derived-id.ts'
import type { MessageChannel } from './connector.ts'

/** The id of the message that an event causes: always the same, so that seeing the event twice makes one message. */
export const messageId = (eventId: string, channel: MessageChannel): string =>
  derivedId('message', channel, eventId)
