import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../support/describe-on-each-database.ts'
import { openTown } from './open-town.ts'

const TOKEN = 'a-token-for-the-metrics'
const PROXY = '10.9.9.9'
const MOST_PER_MINUTE = 1_200

describe('a house behind a proxy that keeps its numbers to itself', () => {
  let town: Awaited<ReturnType<typeof openTown>>
  beforeAll(async () => {
    const settings = { METRICS_TOKEN: TOKEN, TRUST_PROXY: PROXY }
    town = await openTown(await openTestDatabase('pglite'), 'pglite', settings)
  })
  afterAll(() => town.close())

  test.each([
    ['nothing', {}, 401],
    ['another token', { authorization: `Bearer ${TOKEN}x` }, 401],
    ['the token without its word', { authorization: TOKEN }, 401],
    ['the token', { authorization: `Bearer ${TOKEN}` }, 200],
  ])('whoever shows %s at /metrics is answered in kind', async (_, headers, status) => {
    const answer = await town.app.http.inject({ url: '/metrics', headers })
    expect(answer.statusCode).toBe(status)
    expect(answer.body.includes('lianxin_')).toBe(status === 200)
  })

  test('the limit counts visitors of the proxy one by one, and nobody else may name an address', async () => {
    const left = async (remoteAddress: string, forwarded: string) => {
      const headers = { 'x-forwarded-for': forwarded }
      const answer = await town.app.http.inject({ url: '/healthz', remoteAddress, headers })
      return Number(answer.headers['x-ratelimit-remaining'])
    }
    expect([await left(PROXY, '203.0.113.1'), await left(PROXY, '203.0.113.2')]).toEqual([
      MOST_PER_MINUTE - 1,
      MOST_PER_MINUTE - 1,
    ])
    expect(await left(PROXY, '203.0.113.1')).toBe(MOST_PER_MINUTE - 2)
    await left('198.51.100.7', '203.0.113.3')
    expect(await left('198.51.100.7', '203.0.113.4')).toBe(MOST_PER_MINUTE - 2)
  })
})
