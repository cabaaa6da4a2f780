import { formatPublicNumber } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { type SmallDistrict, smallDistrict } from '../../../test/support/small-district.ts'
import { testEdge } from '../../../test/support/test-edge.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import type { Job } from '../../kernel/module.ts'
import { type TestClock, testClock } from '../../platform/clock.ts'
import { readToken, signToken } from '../../platform/crypto/tokens.ts'
import { message } from '../message/index.ts'
import { type FollowTokens, follow, readFollowCookie } from './index.ts'

const key = new Uint8Array(32).fill(9)
const tokens: FollowTokens = {
  sign: (claims) => signToken(key, claims),
  read: (token, purpose, now) => readToken(key, token, purpose, now),
}
const MINUTE = 60_000
const PHONE = '13900000001'

describeOnEachDatabase('following a matter without an account', (database) => {
  const room = follow({ tokens, secureCookies: true })
  const messages = message({ connectors: [], demo: true })
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  let district: SmallDistrict
  let http: ReturnType<typeof testEdge>['http']
  let receipt: Awaited<ReturnType<SmallDistrict['report']>>

  beforeAll(async () => {
    clock = testClock('2026-03-02T09:00:00+08:00')
    world = testWorld(database(), clock)
    district = await smallDistrict(database(), world)
    http = testEdge(world, [room, messages]).http
  })
  beforeEach(async () => {
    receipt = await district.report({ phone: PHONE })
  })

  const post = async (url: string, payload: object) => {
    const answer = await http.inject({ method: 'POST', url, payload })
    const body = answer.json() as { code?: string; number?: string; until?: number; ok?: boolean }
    return { status: answer.statusCode, body, cookie: String(answer.headers['set-cookie'] ?? '') }
  }
  const byCode = (number: string, followCode: string) => post('/api/follow', { number, followCode })
  const ask = (phone = PHONE) => post('/api/follow/otp', { number: receipt.number, phone })
  const byOtp = (otp: string, phone = PHONE) =>
    post('/api/follow/otp/check', { number: receipt.number, phone, otp })
  const counted = async (table: string) => {
    const { rows } = await district.inside((tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx.db),
    )
    return rows[0]?.n
  }
  /** The digits of the newest short message about the matter. */
  const digits = async () => {
    await district.react(messages)
    const { rows } = (await http.inject('/api/demo/messages')).json() as { rows: { text: string }[] }
    return (
      /(\d{6})，/.exec(
        rows.find(({ text }) => text.includes('验证码') && text.includes(receipt.number))?.text ?? '',
      )?.[1] ?? ''
    )
  }
  const wrongDigits = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

  test('number and code as people type them open the matter for twelve hours', async () => {
    const { status, body, cookie } = await byCode(
      receipt.number.toLowerCase().replaceAll('-', ' '),
      receipt.followCode.toLowerCase(),
    )
    expect(status).toBe(200)
    expect(body).toEqual({ number: receipt.number, until: clock.now() + 12 * 60 * MINUTE })
    const who = readFollowCookie(cookie.split(';')[0], tokens, clock.now())
    expect(who).toMatchObject({ tenant: 1, caseId: receipt.caseId })
  })

  test('a wrong code, a code of another matter and a number that does not exist are refused alike', async () => {
    const other = await district.report()
    const missing = formatPublicNumber({
      prefix: 'TA',
      registeredAt: clock.now(),
      serial: 999,
      utcOffsetMinutes: 480,
    })
    const answers = [
      await byCode(receipt.number, other.followCode),
      await byCode(receipt.number, '2222-22222-2222'),
      await byCode(receipt.number, 'not a code'),
      await byCode(missing, receipt.followCode),
      await byCode('no number', receipt.followCode),
    ]
    for (const { status, body, cookie } of answers) {
      expect({ status, code: body.code, cookie }).toEqual({ status: 401, code: 'follow.wrong', cookie: '' })
    }
  })

  test('ten wrong codes within an hour lock the number for an hour, also for the right one', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await byCode(receipt.number, '2222-22222-2222')).body.code).toBe('follow.wrong')
    }
    expect((await byCode(receipt.number, receipt.followCode)).body.code).toBe('auth.locked')
    clock.advance(60 * MINUTE - 1)
    expect((await byCode(receipt.number, receipt.followCode)).status).toBe(429)
    clock.advance(1)
    expect((await byCode(receipt.number, receipt.followCode)).status).toBe(200)
  })

  test('wrong codes of longer ago, or before a right one, are not held against anybody', async () => {
    const wrong = async (times: number) => {
      for (let tries = 0; tries < times; tries += 1) {
        expect((await byCode(receipt.number, '2222-22222-2222')).body.code).toBe('follow.wrong')
      }
    }
    await wrong(9)
    expect((await byCode(receipt.number, receipt.followCode)).status).toBe(200)
    await wrong(9)
    clock.advance(60 * MINUTE)
    await wrong(9)
    expect((await byCode(receipt.number, receipt.followCode)).status).toBe(200)
  })

  test('tries sent all at once are counted one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => byCode(receipt.number, '2222-22222-2222')),
    )
    expect(answers.filter(({ body }) => body.code === 'follow.wrong')).toHaveLength(10)
    expect(answers.filter(({ body }) => body.code === 'auth.locked')).toHaveLength(6)
  })

  test('a one-time code comes by message, opens the matter once, and leaves no digits behind', async () => {
    expect((await ask('+86 139-0000-0001')).body).toEqual({ ok: true })
    const otp = await digits()
    expect(otp).toMatch(/^\d{6}$/)
    const { rows } = await district.inside((tx) =>
      sql<{ body: Uint8Array | null }>`select body from content where field = 'otp'`.execute(tx.db),
    )
    expect(rows.every((row) => row.body === null)).toBe(true)
    const { status, cookie } = await byOtp(otp)
    expect(status).toBe(200)
    expect(readFollowCookie(cookie.split(';')[0], tokens, clock.now())?.caseId).toBe(receipt.caseId)
    expect((await byOtp(otp)).body.code).toBe('follow.otp-wrong')
  })

  test('whoever asks with a phone of somebody else gets the same answer, and nothing is sent', async () => {
    const before = await counted('event')
    const answers = [await ask(), await ask('13900000002'), await ask('nobody')]
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      Array(3).fill({ status: 200, body: { ok: true } }),
    )
    expect(await counted('event')).toBe((before ?? 0) + 1)
  })

  test('no more than three codes are made in ten minutes', async () => {
    const before = (await counted('follow_otp')) ?? 0
    for (let asked = 0; asked < 5; asked += 1) expect((await ask()).status).toBe(200)
    expect(await counted('follow_otp')).toBe(before + 3)
    clock.advance(10 * MINUTE)
    await ask()
    expect(await counted('follow_otp')).toBe(before + 4)
  })

  test('a code ends after ten minutes', async () => {
    await ask()
    const otp = await digits()
    clock.advance(10 * MINUTE)
    expect((await byOtp(otp)).body.code).toBe('follow.otp-wrong')
  })

  test('a code ends after five wrong tries, but tries with another phone do not touch it', async () => {
    await ask()
    const otp = await digits()
    for (let tries = 0; tries < 4; tries += 1) await byOtp(wrongDigits(otp), '13900000002')
    for (let tries = 0; tries < 4; tries += 1) await byOtp(wrongDigits(otp))
    expect((await byOtp(otp)).status).toBe(200)

    clock.advance(60 * MINUTE)
    await ask()
    const second = await digits()
    for (let tries = 0; tries < 5; tries += 1) await byOtp(wrongDigits(second))
    expect((await byOtp(second)).body.code).toBe('follow.otp-wrong')
  })

  test('leaving takes the cookie away', async () => {
    const { body, cookie } = await post('/api/follow/leave', {})
    expect(body).toEqual({ ok: true })
    expect(cookie).toContain('Max-Age=0')
  })

  test('what nobody asks about any more is forgotten after a day', async () => {
    await ask()
    await byCode(receipt.number, '2222-22222-2222')
    clock.advance(26 * 60 * MINUTE)
    const [job] = room.jobs as readonly Job[]
    await job?.run(world, 1)
    expect([await counted('follow_otp'), await counted('follow_attempt')]).toEqual([0, 0])
  })
})
