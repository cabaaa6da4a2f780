export const MESSAGE_CHANNELS = ['sms', 'mail', 'push'] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

/** One message to one person. Never logged: it names the person and may hold a one-time code. */
export interface OutgoingMessage {
  /** The same at every attempt, so that a gateway can tell a retry from a second message. */
  readonly id: string
  /** Phone number, mail address or device token, as the channel understands it. */
  readonly to: string
  readonly text: string
}

/** `failed` is a closed word or a status for the log, without anything of the message; `retry`: later may go well. */
export type Delivery = 'delivered' | { readonly failed: string; readonly retry: boolean }

/** The one way in which messages leave for people. Never throws for what happens beyond the wire. */
export interface MessageConnector {
  readonly channel: MessageChannel
  deliver(message: OutgoingMessage): Promise<Delivery>
}
