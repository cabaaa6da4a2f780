import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { followLive, type LiveEvent, parseEvent } from './live.ts'

vi.stubGlobal('navigator', { language: 'zh-CN' })

afterEach(() => vi.unstubAllGlobals())

test('an event is read as the standard says: id, name, several lines of data, comments left out', () => {
  expect(parseEvent('id: 42\nevent: case.assigned\ndata: {"a":\ndata: 1}')).toEqual({
    id: '42',
    event: 'case.assigned',
    data: { a: 1 },
  })
  expect(parseEvent(': still here')).toBeNull()
  expect(parseEvent(': beat\nid: 43')).toEqual({ id: '43', event: 'message' })
  expect(parseEvent('data:plain words')).toEqual({ id: '', event: 'message', data: 'plain words' })
})

test('after a broken connection the stream goes on behind the last event that was seen', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const next = asked.length === 1 ? 7 : 8
    // Cut in the middle of a block, as networks do.
    response.write(`id: ${next}\nevent: case.assigned\nda`)
    setTimeout(() => response.end(`ta: {"type":"case.assigned"}\n\n: beat\nid: ${next + 10}\n\n`), 20)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const realFetch = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(origin + path, init))

  const heard: LiveEvent[] = []
  const stop = new AbortController()
  await new Promise<void>((resolve) => {
    void followLive(
      null,
      (event) => {
        heard.push(event)
        if (heard.length === 2) resolve()
      },
      () => {},
      stop.signal,
    )
  })
  stop.abort()
  server.closeAllConnections()
  server.close()
  expect(heard.map(({ id }) => id)).toEqual(['7', '8'])
  // The beat moved the place on, past events that this post may not hear.
  expect(asked).toEqual([undefined, '17'])
})
