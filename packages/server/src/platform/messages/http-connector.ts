import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { isLoopback } from '../config.ts'
import type { Delivery, MessageChannel, MessageConnector, OutgoingMessage } from './message-connector.ts'

const TIMEOUT_MS = 10_000

export interface HttpConnectorOptions {
  readonly channel: MessageChannel
  /** https, or http on this machine: a message names a person. */
  readonly url: string
  /** At least 16 characters, shared with the gateway. */
  readonly secret: string
  readonly clock: Clock
  readonly timeoutMs?: number
}

/** What the gateway computes again: `t=<seconds>,v1=<hex HMAC-SHA-256 of "seconds.body">`. */
export const signMessageBody = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`

/**
 * Hands messages to any gateway by `POST {id, channel, to, text}` as JSON, signed in `Lianxin-Signature` (see
 * `signMessageBody`) and with the message's id as `Idempotency-Key`. Any 2xx is delivered; 408, 425, 429, 5xx, a
 * timeout and a broken line are worth another try; any other answer is not, a redirect among them: following one
 * would carry the message to an address that nobody configured.
 * @throws RangeError for an address or a secret that cannot be used
 */
export function httpConnector(options: HttpConnectorOptions): MessageConnector {
  const { channel, secret, clock, timeoutMs = TIMEOUT_MS } = options
  const url = checkedUrl(options.url)
  if (secret.length < 16) throw new RangeError('the secret of a message gateway needs at least 16 characters')

  return {
    channel,
    async deliver({ id, to, text }: OutgoingMessage): Promise<Delivery> {
      const body = JSON.stringify({ id, channel, to, text })
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': id,
        'lianxin-signature': signMessageBody(secret, Math.floor(clock.now() / 1000), body),
      }
      try {
        const signal = AbortSignal.timeout(timeoutMs)
        const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
        // The answer's text is of no use to us, and could be endless.
        await answer.body?.cancel()
        return answer.ok ? 'delivered' : { failed: `http ${answer.status}`, retry: isPassing(answer.status) }
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError'
        return { failed: timedOut ? 'timeout' : 'unreachable', retry: true }
      }
    },
  }
}

const isPassing = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

function checkedUrl(text: string): URL {
  const url = URL.parse(text)
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !secure) throw new RangeError('the address of a message gateway must begin with https://')
  // fetch refuses such an address at each message; better to hear of it at start.
  if (url.username || url.password)
    throw new RangeError('the address of a message gateway may not hold a password')
  return url
}
