import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accountRoutes, becomes, caseRoutes, strayAnswers, unanswered } from '@lianxin/contract'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../src/catalogue.ts'
import { Agenda } from '../src/play/agenda.ts'
import { answersOf } from '../src/play/answers-of.ts'
import { Caller, type Calls } from '../src/play/caller.ts'
import { commandIdOf } from '../src/play/command-id.ts'
import { afterOfficeMinutes, nextTimeOfDay } from '../src/play/office-time.ts'
import { PlayClock } from '../src/play/play-clock.ts'
import { Tally } from '../src/play/tally.ts'
import { createRandom } from '../src/random.ts'

const inChina = (text: string) => Date.parse(`2026-11-${text}:00+08:00`)

it('no time is told before the server has told one: a player that waits for it does not speak of 1970', () => {
  const calls: Calls = { sent: 0, lost: 0, failed: 0, slowedDown: 0 }
  const nobody = new Caller('http://127.0.0.1:1', calls, AbortSignal.abort())
  expect(new PlayClock(Object.assign(nobody, { username: 'admin.system' })).now()).toBe(0)
})

describe('the agenda', () => {
  it('gives what is due first first, however it was put in', async () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000)), (moments) => {
        const agenda = new Agenda()
        for (const at of moments) agenda.add({ at, run: async () => {} })
        const taken = moments.map(() => agenda.take()?.at)
        expect(taken).toEqual([...moments].sort((a, b) => a - b))
        expect([agenda.take(), agenda.next]).toEqual([undefined, undefined])
      }),
      { seed: 1_949 },
    )
  })
})

describe('the id of a step', () => {
  it('is a UUID of version 7 with the planned moment, the same for the same step and no other', () => {
    const at = inChina('16T09:00')
    const id = commandIdOf('210105001010001-20261116-01/report', at)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at)
    expect(commandIdOf('210105001010001-20261116-01/report', at)).toBe(id)
    expect(commandIdOf('210105001010001-20261116-02/report', at)).not.toBe(id)
  })
})

describe('an office', () => {
  it.each([
    ['16T09:00', 30, '16T09:30'],
    ['16T17:00', 60, '17T09:00'],
    ['16T20:00', 10, '17T08:40'],
    ['16T06:00', 10, '16T08:40'],
    ['16T08:30', 9 * 60 + 1, '17T08:31'],
  ])('that begins at %s and takes %i minutes is done at %s', (from, minutes, done) => {
    expect(afterOfficeMinutes(inChina(from), minutes)).toBe(inChina(done))
  })

  it('opens next at a time of day: today while it is to come, else tomorrow', () => {
    expect(nextTimeOfDay(inChina('16T07:00'), 480)).toBe(inChina('16T08:00'))
    expect(nextTimeOfDay(inChina('16T08:00'), 480)).toBe(inChina('16T08:00'))
    expect(nextTimeOfDay(inChina('16T08:01'), 480)).toBe(inChina('17T08:00'))
  })
})

type Seen = { readonly key: string | undefined; readonly cookie: string | undefined; readonly body: string }
const close: (() => void)[] = []
afterEach(() => {
  for (const one of close.splice(0)) one()
})

/** A real server that answers with these statuses, one after the other; 0 cuts the line. */
async function serverThat(...statuses: readonly number[]) {
  const seen: Seen[] = []
  const left = [...statuses]
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      const key = request.headers['idempotency-key']
      seen.push({ key: typeof key === 'string' ? key : undefined, cookie: request.headers.cookie, body })
      const status = left.shift() ?? 200
      if (status === 0) return void request.socket.destroy()
      response.writeHead(status, { 'set-cookie': 'session=abc; Path=/; HttpOnly' })
      response.end(
        JSON.stringify(
          status === 200 ? { ok: true } : { code: status === 429 ? 'rate.limited' : 'case.changed' },
        ),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close.push(() => server.close())
  const calls: Calls = { sent: 0, lost: 0, failed: 0, slowedDown: 0 }
  const stop = new AbortController()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { seen, calls, stop, caller: new Caller(url, calls, stop.signal) }
}

describe('a caller', () => {
  it('sends the same request under the same id until it is answered: after a cut, a fault, and when told to wait', async () => {
    const { caller, seen, calls } = await serverThat(0, 503, 429, 200)
    const id = commandIdOf('x', 1)
    expect(await caller.call(caseRoutes.report, { body: { words: '灯坏了' }, id })).toEqual({ ok: true })
    expect(new Set(seen.map(({ key, body }) => `${key} ${body}`)).size).toBe(1)
    expect(seen[0]?.key).toBe(id)
    expect(calls).toEqual({ sent: 4, lost: 1, failed: 1, slowedDown: 1 })
  })

  it('takes a refusal for an answer', async () => {
    const { caller, calls } = await serverThat(409)
    expect(await caller.call(caseRoutes.report, { body: {} })).toMatchObject({
      refused: 'case.changed',
      status: 409,
    })
    expect(calls.sent).toBe(1)
  })

  it('keeps the cookies that it was given', async () => {
    const { caller, seen } = await serverThat(200, 200)
    await caller.call(accountRoutes.signIn, { body: {} })
    await caller.call(accountRoutes.me)
    expect(seen.map(({ cookie }) => cookie)).toEqual(['', 'session=abc'])
  })

  it('stops waiting when the play is ended', async () => {
    const { caller, stop } = await serverThat(503, 503, 503, 503)
    setTimeout(() => stop.abort(), 100)
    await expect(caller.call(caseRoutes.report, { body: {} })).rejects.toThrow()
  })
})

describe('the answers of a grid worker', () => {
  it('leave nothing open that an item asks, answer nothing that it does not, and make it no other item', () => {
    for (const { code, questions } of CATALOGUE) {
      const answers = answersOf(questions, createRandom(`answers/${code}`))
      expect([unanswered(questions, answers), strayAnswers(questions, answers)], code).toEqual([[], []])
      expect(becomes(questions, answers), code).toBeUndefined()
    }
  })

  it('are words where there is nothing to choose from', () => {
    const question = { code: 'how', text: { zh: '怎么了？', en: 'How?' }, required: true, choices: [] }
    expect(unanswered([question], answersOf([question], createRandom('words')))).toEqual([])
  })
})

describe('the tally', () => {
  it('counts a matter once, tells what is open, and keeps what was unexpected apart from who was faster', () => {
    const tally = new Tally()
    for (const one of ['a', 'b', 'c', 'a']) tally.reported(one)
    tally.closed('b')
    tally.refused('case.changed')
    tally.unexpected('server', 'detail')
    expect(tally.figures).toEqual({ reported: 3, open: 2, closed: 1, refused: 1, faults: 1 })
  })
})
