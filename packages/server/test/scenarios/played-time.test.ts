import { MINUTE_MS } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { describeInTown, START } from './open-town.ts'

const CLOCK = '/api/demo/clock'
type Told = { now: number; speed: number; aheadMs: number; code?: string }

describeInTown('the time of a demonstration', (town) => {
  it('is shown to everybody and set by nobody but the system administrator', async () => {
    const { anybody, as } = town()
    expect((await anybody.get<Told>(CLOCK)).body).toEqual({ now: Date.parse(START), speed: 1, aheadMs: 0 })
    expect((await anybody.post(CLOCK, { speed: 10 })).status).toBe(401)
    expect((await (await as('dispatcher')).post<Told>(CLOCK, { speed: 10 })).body.code).toBe('auth.denied')
    const admin = await as('systemAdmin')
    for (const speed of [0, -1, 1.5, 1_001, '10', null])
      expect((await admin.post<Told>(CLOCK, { speed })).body.code).toBe('input.invalid')
    expect((await admin.post<Told>(CLOCK, { speed: 10 })).body.speed).toBe(10)
  })

  it('lets clocks run out at its speed, while sessions, one-time codes and locks keep the time of people', async () => {
    const { app, anybody, as, clock, report, follow, caughtUp, later, rows } = town()
    const admin = await as('systemAdmin')
    const phone = '13800138000'
    const receipt = await report({ contact: { phone } })
    const requester = await follow(receipt)
    await anybody.post('/api/follow/otp', { number: receipt.number, phone })
    await admin.post(CLOCK, { speed: 1_000 })
    await later(MINUTE_MS / 2)
    await caughtUp()
    // Half a minute of the machine, eight hours and twenty minutes of the town: four working hours are over.
    expect(await rows(`select 1 from alert where tenant = 1 and kind = 'overdue'`)).toHaveLength(1)
    const { now, speed, aheadMs } = (await anybody.get<Told>(CLOCK)).body
    const told = (await app.http.inject('/api/evaluation?by=unit')).headers['x-played-time']
    expect(told).toBe(`${aheadMs} 1000`)
    expect(speed).toBe(1_000)
    expect(aheadMs).toBeGreaterThan(8 * 3_600_000)
    await admin.post(CLOCK, { speed: 1_000 })
    await later(MINUTE_MS - 1)
    // A day has gone by in the town, and a minute and a half for whoever sits there.
    expect((await anybody.get<Told>(CLOCK)).body.now - now).toBeGreaterThan(16 * 3_600_000)
    expect((await requester.get('/api/follow/case')).status).toBe(200)
    expect((await admin.get<{ kind: string }>('/api/me')).body.kind).toBe('account')
    const messages = await anybody.get<{ rows: { text: string }[] }>('/api/demo/messages')
    const otp = messages.body.rows
      .map(({ text }) => /(?<![\d-])(\d{6})(?![\d-])/.exec(text)?.[1])
      .find(Boolean)
    const check = await anybody.post('/api/follow/otp/check', { number: receipt.number, phone, otp })
    expect(check.status).toBe(200)
    await admin.post(CLOCK, { speed: 1 })
    const before = (await anybody.get<Told>(CLOCK)).body.now
    clock.advance(MINUTE_MS)
    expect((await anybody.get<Told>(CLOCK)).body.now - before).toBe(MINUTE_MS)
  })

  it('counts limits in its own minutes for who sits at this machine, and in those of the machine for others', async () => {
    const { app, as, clock } = town()
    const admin = await as('systemAdmin')
    const refused = async (remoteAddress: string) => {
      let count = 0
      for (let i = 0; i < 30; i++) {
        const { statusCode } = await app.http.inject({
          method: 'POST',
          url: '/api/follow',
          remoteAddress,
          payload: { number: 'HG-261123-0042-K', followCode: 'ABCD-EFGHJ-KMNP' },
        })
        if (statusCode === 429) count += 1
      }
      return count
    }
    await admin.post(CLOCK, { speed: 1 })
    expect(await refused('127.0.0.2')).toBeGreaterThanOrEqual(10)
    await admin.post(CLOCK, { speed: 100 })
    // Ten wrong tries lock the number for an hour, at any speed: that guard is not the limiter's.
    expect(await refused('10.9.9.9')).toBeGreaterThanOrEqual(10)
    const limitHere = async () => {
      const { headers } = await app.http.inject({ url: '/healthz', remoteAddress: '127.0.0.3' })
      return headers['x-ratelimit-limit']
    }
    expect(await limitHere()).toBe('120000')
    const foreign = await app.http.inject({ url: '/healthz', remoteAddress: '10.9.9.8' })
    expect(foreign.headers['x-ratelimit-limit']).toBe('1200')
    await admin.post(CLOCK, { speed: 1 })
    // What came in the fast minutes is still counted: who has played a day is not shut out when it ends.
    expect(await limitHere()).toBe('120000')
    clock.advance(MINUTE_MS)
    expect(await limitHere()).toBe('1200')
  })
})
