export type MessageChannel = 'sms' | 'mail' | 'push'

/** What the platform hands in through app.ts: one way for messages to leave. Its `failed` is a closed word, never words of ours. */
export interface MessageConnector {
  readonly channel: MessageChannel
  deliver(message: {
    /** The same at every try, so that a gateway can tell a retry from a second message. */
    readonly id: string
    readonly to: string
    readonly text: string
  }): Promise<'delivered' | { readonly failed: string; readonly retry: boolean }>
}
