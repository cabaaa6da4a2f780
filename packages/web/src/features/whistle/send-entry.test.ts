import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { SharedStorage } from '../../data/shared-storage.ts'

vi.stubGlobal('navigator', { language: 'zh-CN' })
const { keepEntry, readEntries } = await import('../../data/kept-entries.ts')
const { sendEntry } = await import('./send-entry.ts')

interface Sent {
  readonly key: string | string[] | undefined
  readonly body: unknown
}
/** What the server has of the whistle now, what it answers to each step, and what it was sent. */
let version: number | null = null
/** Whether so many wait that this one is not in the list. */
let full = false
const known = (): object => ({
  at: 0,
  full,
  rows: version === null || full ? [] : [{ caseId: 'w', version, codes: [] }],
})
let codes = known
let answers: (readonly [status: number, code: string])[] = []
let sent: Sent[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => {
    body += part.toString()
  })
  request.on('end', () => {
    const tell = (status: number, told: object) => {
      response.writeHead(status, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify(told))
    }
    if (request.method === 'GET' && request.url?.endsWith('/api/cases/w'))
      return tell(200, { version: version ?? 7, codes: version === null ? [] : [{ arrivalCode: '1' }] })
    if (request.method === 'GET') return tell(200, codes())
    sent.push({ key: request.headers['idempotency-key'], body: JSON.parse(body) })
    const [status, code] = answers.shift() ?? [200, '']
    if (status === 0) return request.socket.destroy()
    return tell(status, { code, detail: code, retry: status === 429 ? 'later' : 'never' })
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const outside = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    outside(`http://127.0.0.1:${port}${path}`, { ...init, signal: null }),
  )
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  vi.stubGlobal('localStorage', new SharedStorage())
  version = 5
  full = false
  answers = []
  sent = []
  keepEntry(
    { accountId: 'one', postId: 'grid-1', caseId: 'w', number: 'W1', arrivalCode: '042517' },
    { commandId: '01999999-0000-7000-8000-000000000001' },
  )
})

const send = () => Promise.all(readEntries().map(sendEntry))
const arrival = (expectedVersion: number) => ({ move: 'arrive', arrivalCode: '042517', expectedVersion })

test('a command that no answer came to is sent again letter for letter, also when the matter has moved on', async () => {
  answers = [[0, '']]
  expect(await send()).toEqual([false])
  version = 9
  expect(await send()).toEqual([true])
  expect(sent.map(({ body }) => body)).toEqual([arrival(5), arrival(5)])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  expect(readEntries()).toMatchObject([{ state: 'done' }])
})

test('where the matter has changed, the same digits go out once more as another command', async () => {
  answers = [[409, 'case.changed']]
  version = 6
  expect(await send()).toEqual([true])
  expect(sent.map(({ body }) => body)).toEqual([arrival(6), arrival(6)])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})

test('a wrong code says so and is not tried for ever; too many wrong ones wait', async () => {
  answers = [[429, 'case.code-locked']]
  expect(await send()).toEqual([false])
  expect(readEntries()).toMatchObject([{ state: 'waiting' }])
  answers = [[422, 'case.code-wrong']]
  expect(await send()).toEqual([true])
  expect(readEntries()).toMatchObject([{ state: 'refused', refusal: 'case.code-wrong' }])
})

test('where nobody is waited for any more, nothing is sent', async () => {
  version = null
  expect(await send()).toEqual([true])
  expect(sent).toEqual([])
  expect(readEntries()).toMatchObject([{ state: 'over' }])
})

test('an unexpected fault stays with its entry, says what it was, and is gone once the entry is sent', async () => {
  codes = () => ({ rows: null })
  expect(await send()).toEqual([false])
  expect(readEntries()).toMatchObject([{ state: 'waiting', fault: expect.stringContaining('null') }])
  codes = known
  expect(await send()).toEqual([true])
  expect(readEntries()).toMatchObject([{ state: 'done' }])
  expect(readEntries()[0]).not.toHaveProperty('fault')
})

test('where more wait than are listed, the matter itself says whether this one does', async () => {
  full = true
  expect(await send()).toEqual([true])
  expect(sent.map(({ body }) => body)).toEqual([arrival(5)])
})
