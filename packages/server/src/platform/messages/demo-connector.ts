import type { MessageChannel, MessageConnector } from './message-connector.ts'

/**
 * For a demonstration: nothing leaves the machine, and every message counts as delivered. What would have been sent
 * is seen on the demonstration's page of messages, which reads the rows that the sender keeps anyway.
 */
export const demoConnector = (channel: MessageChannel): MessageConnector => ({
  channel,
  deliver: () => Promise.resolve('delivered'),
})
