import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LIVE_RESET } from '@lianxin/contract'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem, unreachable } from './api-problem.ts'
import {
  askFailedAgain,
  followLive,
  invalidate,
  type LiveEvent,
  type LiveState,
  parseEvent,
  spreadOut,
  waitAsked,
} from './live.ts'

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
    void followLive({
      post: null,
      heard: (event) => {
        heard.push(event)
        if (heard.length === 2) resolve()
      },
      told: () => {},
      signal: stop.signal,
    })
  })
  stop.abort()
  server.closeAllConnections()
  server.close()
  expect(heard.map(({ id }) => id)).toEqual(['7', '8'])
  // The beat moved the place on, past events that this post may not hear.
  expect(asked).toEqual([undefined, '17'])
})

test('a full server names a time, and those who were told the same do not come back together', () => {
  const waits = Array.from({ length: 200 }, () => waitAsked('4') ?? 0)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(4_000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(6_000)
  expect(new Set(waits).size).toBeGreaterThan(100)
  expect([waitAsked(null), waitAsked('tomorrow')]).toEqual([null, null])
  const spread = Array.from({ length: 200 }, () => spreadOut(1_000))
  expect(Math.max(...spread) - Math.min(...spread)).toBeGreaterThan(500)
})

test('turned away, cut and turned away again, the wall asks from the same place and neither misses nor repeats', async () => {
  const asked: (string | undefined)[] = []
  const happened = Array.from({ length: 9 }, (_, index) => index + 1)
  const server = createServer((request, response) => {
    const since = request.headers['last-event-id'] as string | undefined
    asked.push(since)
    if (asked.length % 2 === 1) {
      response.writeHead(503, { 'retry-after': '0' }).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    // Three at a time; the line drops in the middle of the fourth.
    const next = happened.filter((seq) => seq > Number(since)).slice(0, 3)
    const text = next.map((seq) => `id: ${seq}\nevent: case.signed\ndata: {"seq":${seq}}\n\n`).join('')
    response.write(`${text}id: 99\nevent: case.sig`)
    setTimeout(() => response.destroy(), 20)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const realFetch = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(origin + path, init))

  const heard: string[] = []
  const states: LiveState[] = []
  const stop = new AbortController()
  await new Promise<void>((resolve) => {
    void followLive({
      post: null,
      since: 0,
      heard: ({ id }) => {
        heard.push(id)
        if (heard.length === happened.length) resolve()
      },
      told: (state) => states.push(state),
      signal: stop.signal,
    })
  })
  stop.abort()
  server.closeAllConnections()
  server.close()
  expect(heard).toEqual(happened.map(String))
  expect(asked.slice(0, 6)).toEqual(['0', '0', '3', '3', '6', '6'])
  expect(states.slice(0, 4)).toEqual(['connecting', 'waiting', 'connecting', 'live'])
})

test('an event asks again for what it names; where more happened than is told, everything is asked for again', async () => {
  const client = new QueryClient()
  const keys = ['case.inbox', 'alert.list', 'gate.list', 'rating.unit']
  for (const key of keys) client.setQueryData([key], {})
  const old = () => keys.filter((key) => client.getQueryState([key])?.isInvalidated)
  await invalidate(client, new Set(['case', 'alert']))
  expect(old()).toEqual(['case.inbox', 'alert.list'])
  await invalidate(client, new Set([LIVE_RESET, 'case']))
  expect(old()).toEqual(keys)
})

test('what failed while the server was away is asked again when it is back; a refusal is not', async () => {
  const client = new QueryClient()
  const refused = new ApiProblem({ code: 'not-found', status: 404, title: '', retry: 'never' })
  const asked: string[] = []
  const watch = (key: string, problem: Error | null) => {
    const queryFn = async () => {
      asked.push(key)
      if (problem) throw problem
      return key
    }
    return new QueryObserver(client, { queryKey: [key], queryFn, retry: false }).subscribe(() => {})
  }
  const ends = [watch('inbox', unreachable(null)), watch('case.view', refused), watch('alert.list', null)]
  await vi.waitFor(() => expect(client.isFetching()).toBe(0))
  await askFailedAgain(client)
  expect(asked).toEqual(['inbox', 'case.view', 'alert.list', 'inbox'])
  for (const end of ends) end()
})
