import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('navigator', { language: 'zh-CN' })
const { api, urlOf } = await import('./api-client.ts')
const { ApiProblem } = await import('./api-problem.ts')
const { serverNow } = await import('../ui/server-time.ts')
const { answerSignIn, isAskingToSignIn, noteSignedIn } = await import('./session-guard.ts')

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly raw?: string
  readonly played?: string
}

const seen: Seen[] = []
let replies: Reply[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => {
    body += part.toString()
  })
  request.on('end', () => {
    seen.push({ method: request.method, url: request.url, headers: request.headers, body })
    const reply = replies.shift() ?? { status: 200, body: {} }
    response.writeHead(reply.status, {
      'content-type': 'application/problem+json',
      ...(reply.played && { 'x-played-time': reply.played }),
    })
    response.end(reply.raw ?? JSON.stringify(reply.body ?? {}))
  })
})

const realFetch = fetch
const report = {
  body: { words: '路灯坏了三天', where: { communityCode: '210105001010' } },
  commandId: '01999999-0000-7000-8000-000000000001',
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(origin + path, init))
})
afterAll(() => {
  server.close()
  vi.unstubAllGlobals()
})
beforeEach(() => {
  seen.length = 0
  replies = []
  noteSignedIn(false)
})

test('a command carries the id of its draft and the language of the person', async () => {
  replies = [{ status: 200, body: { number: 'HG-1' } }]
  await expect(api(caseRoutes.report, report)).resolves.toEqual({ number: 'HG-1' })
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/cases' })
  expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': report.commandId, 'accept-language': 'zh-CN' })
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual(report.body)
})

test('a purpose is stated in its header, parameters are escaped and empty filters left out', async () => {
  await api(caseRoutes.requester, { params: { id: 'a/b?c' }, purpose: 'handleCase' })
  expect(seen[0]?.url).toBe('/api/cases/a%2Fb%3Fc/requester')
  expect(seen[0]?.headers['x-purpose']).toBe('handleCase')
  expect(urlOf(caseRoutes.list, { query: { box: 'mine', limit: 20 } })).toBe('/api/cases?box=mine&limit=20')
})

test('a refusal of the catalogue keeps its code, sentence, retry and fields', async () => {
  replies = [
    {
      status: 400,
      body: {
        code: 'input.invalid',
        title: '填写的内容有几处需要修改',
        detail: '填写的内容有几处需要修改,已写的都还在。',
        retry: 'never',
        fields: [{ field: 'words', message: '太短了' }],
      },
    },
  ]
  const problem = await api(caseRoutes.report, report).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ code: 'input.invalid', status: 400, retry: 'never' })
  expect((problem as InstanceType<typeof ApiProblem>).fields[0]?.field).toBe('words')
})

test('a bare error page of something in between may be tried again later', async () => {
  replies = [{ status: 502, raw: '<html>Bad Gateway</html>' }]
  const problem = await api(accountRoutes.me, {}).catch((error: unknown) => error)
  expect(problem).toMatchObject({ code: 'server.fault', status: 502, retry: 'later' })
})

test('a day that is played goes on through what something in between answers, and ends where the server says so', async () => {
  const HOUR_MS = 3_600_000
  replies = [
    { status: 200, played: `${11 * HOUR_MS} 1` },
    { status: 502, raw: '<html>Bad Gateway</html>' },
  ]
  const hoursAhead = async () => {
    await api(accountRoutes.me, {}).catch(() => {})
    return Math.round((serverNow() - Date.now()) / HOUR_MS)
  }
  expect([await hoursAhead(), await hoursAhead(), await hoursAhead()]).toEqual([11, 11, 0])
})

test('when no answer comes, the same command may be sent again under the same id', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const problem = await api(caseRoutes.report, report).catch((error: unknown) => error)
  expect(problem).toMatchObject({ status: 0, retry: 'same-key' })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(origin + path, init))
})

const expired: Reply = { status: 401, body: { code: 'auth.required', title: '请先登录', retry: 'never' } }

test('a session that ended waits for the person and then sends the same command again', async () => {
  noteSignedIn(true)
  replies = [expired, { status: 200, body: { number: 'HG-2' } }]
  const sending = api(caseRoutes.report, report)
  await vi.waitFor(() => expect(isAskingToSignIn()).toBe(true))
  answerSignIn(true)
  await expect(sending).resolves.toEqual({ number: 'HG-2' })
  expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual([report.commandId, report.commandId])
})

test('whoever chooses not to sign in again gets the refusal, and is not asked a second time', async () => {
  noteSignedIn(true)
  replies = [expired, expired]
  const sending = api(caseRoutes.report, report)
  await vi.waitFor(() => expect(isAskingToSignIn()).toBe(true))
  answerSignIn(false)
  await expect(sending).rejects.toMatchObject({ code: 'auth.required' })
  await expect(api(caseRoutes.report, report)).rejects.toMatchObject({ code: 'auth.required' })
  expect(isAskingToSignIn()).toBe(false)
})

test('an id that was made while the device’s clock was ahead goes again without its time, the same for every tab', async () => {
  const future = { status: 400, body: { code: 'input.key-future', status: 400, retry: 'never' } }
  replies = [
    future,
    { status: 200, body: { number: 'HG-1' } },
    future,
    { status: 200, body: { number: 'HG-1' } },
  ]
  for (let tab = 0; tab < 2; tab += 1)
    await expect(api(caseRoutes.report, report)).resolves.toEqual({ number: 'HG-1' })
  const timeless = '00000000-0000-7000-8000-000000000001'
  expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual([
    ...[report.commandId, timeless],
    ...[report.commandId, timeless],
  ])
  replies = [future, future]
  await expect(api(caseRoutes.report, report)).rejects.toMatchObject({ code: 'input.key-future' })
})
