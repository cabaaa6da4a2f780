import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { testClock } from '../clock.ts'
import { demoConnector } from './demo-connector.ts'
import { httpConnector, signMessageBody } from './http-connector.ts'
import { MESSAGE_CHANNELS } from './message-connector.ts'

const secret = 'a secret for the gateway'
const message = {
  id: '0197f0a0-0000-7000-8000-000000000001',
  to: '02400000001',
  text: '您的验证码是 123456 🔑',
}
const clock = testClock('2026-03-02T09:00:00+08:00')

interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let gateway: Server | undefined
afterEach(() => {
  gateway?.closeAllConnections()
  gateway?.close()
})

/** A gateway of its own for each test, on a free port of this machine. */
async function startGateway(answer: (response: ServerResponse) => void, timeoutMs = 30_000) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    answer(response)
  })
  gateway = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  return { received, url, connector: httpConnector({ channel: 'sms', url, secret, clock, timeoutMs }) }
}

test('a message arrives as it was written, named by its id and signed', async () => {
  const { received, connector } = await startGateway((response) => response.writeHead(202).end('queued'))
  expect(await connector.deliver(message)).toBe('delivered')
  const [{ headers, body } = { headers: {}, body: '' }] = received
  expect(JSON.parse(body)).toEqual({ ...message, channel: 'sms' })
  expect(headers['idempotency-key']).toBe(message.id)
  expect(headers['lianxin-signature']).toBe(signMessageBody(secret, clock.now() / 1000, body))
})

test('the signature is the one that a gateway can compute by itself', () => {
  // printf '1772413200.{}' | openssl dgst -sha256 -hmac 'a secret for the gateway'
  expect(signMessageBody(secret, 1_772_413_200, '{}')).toBe(
    't=1772413200,v1=218b8dc8ab3873a593e0a6edc58a8f6d776432b988a19b1f242f961cf12d8e73',
  )
  const other = [
    signMessageBody('another secret of it', 1_772_413_200, '{}'),
    signMessageBody(secret, 1_772_413_201, '{}'),
    signMessageBody(secret, 1_772_413_200, '{ }'),
  ].map((signature) => signature.split('v1=')[1])
  expect(new Set([...other, signMessageBody(secret, 1_772_413_200, '{}').split('v1=')[1]]).size).toBe(4)
})

test.each([
  [500, true],
  [503, true],
  [408, true],
  [429, true],
  [400, false],
  [401, false],
  [404, false],
])('an answer of %i is a failure; another try makes sense: %s', async (status, retry) => {
  const { connector } = await startGateway((response) => response.writeHead(status).end())
  expect(await connector.deliver(message)).toEqual({ failed: `http ${status}`, retry })
})

test.each([301, 302, 307, 308])(
  'a redirect (%i) is not followed: the message goes nowhere else',
  async (status) => {
    const { received, connector } = await startGateway((response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(),
    )
    expect(await connector.deliver(message)).toEqual({ failed: `http ${status}`, retry: false })
    expect(received).toHaveLength(1)
  },
)

test('a gateway that does not answer in time is given up for now', async () => {
  const { connector } = await startGateway(() => {}, 300)
  expect(await connector.deliver(message)).toEqual({ failed: 'timeout', retry: true })
})

test('a gateway that answers without end does not hold us', async () => {
  const { connector } = await startGateway((response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(timer))
  })
  expect(await connector.deliver(message)).toBe('delivered')
})

test('a line that breaks, or a gateway that is away, is worth another try', async () => {
  const { connector, url } = await startGateway((response) => response.destroy())
  expect(await connector.deliver(message)).toEqual({ failed: 'unreachable', retry: true })
  await new Promise((resolve) => gateway?.close(resolve))
  expect(await httpConnector({ channel: 'sms', url, secret, clock }).deliver(message)).toEqual({
    failed: 'unreachable',
    retry: true,
  })
})

test.each([
  ['http://gateway.example/send', 'https'],
  ['ftp://gateway.example/', 'https'],
  ['gateway', 'https'],
  ['https://user:word@gateway.example/', 'password'],
])('the address %s is refused when the server starts', (url, words) => {
  expect(() => httpConnector({ channel: 'sms', url, secret, clock })).toThrow(words)
})

test('a secret that is hardly one is refused when the server starts', () => {
  const options = { channel: 'mail', url: 'https://gateway.example/', clock } as const
  expect(() => httpConnector({ ...options, secret: 'short' })).toThrow('16 characters')
})

test('in a demonstration every channel delivers at once', async () => {
  for (const channel of MESSAGE_CHANNELS) {
    expect(demoConnector(channel).channel).toBe(channel)
    expect(await demoConnector(channel).deliver(message)).toBe('delivered')
  }
})
