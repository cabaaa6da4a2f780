import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type HttpAnswer = { readonly status: number; readonly head: string; readonly body: Buffer }

export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type HttpConnection = {
  /** One request at a time; the connection stays open between them. */
  send(request: HttpRequest): Promise<HttpAnswer>
  close(): void
}

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * HTTP/1.1 over one socket, and no more than the bench needs: answers with a length. The generator shares the
 * machine with what it measures, so it must cost next to nothing.
 */
export async function openConnection(port: number): Promise<HttpConnection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let waiting: PromiseWithResolvers<HttpAnswer> | undefined
  let received: Buffer = Buffer.alloc(0)
  const give = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('error', give)
  socket.on('close', () => give(new Error('the server closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const end = received.indexOf(HEAD_END)
    if (end < 0) return
    const head = received.toString('latin1', 0, end)
    const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
    if (length === undefined) return give(new Error(`an answer without a length:\n${head}`))
    const total = end + HEAD_END.length + Number(length)
    if (received.length < total) return
    const answer = {
      status: Number(head.slice(9, 12)),
      head,
      body: received.subarray(end + HEAD_END.length, total),
    }
    received = received.subarray(total)
    const asked = waiting
    waiting = undefined
    asked?.resolve(answer)
  })
  return {
    send({ method, path, headers, body }) {
      waiting = Promise.withResolvers<HttpAnswer>()
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      const payload =
        body === undefined
          ? '\r\n'
          : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${lines.join('')}${payload}`)
      return waiting.promise
    },
    close: () => socket.destroy(),
  }
}
