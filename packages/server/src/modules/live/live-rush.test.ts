import { setTimeout as pause } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/support/describe-on-each-database.ts'
import { readEventStream } from '../../../test/support/event-stream.ts'
import { COMMUNITY, type SmallDistrict, smallDistrict } from '../../../test/support/small-district.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { type Identify, openEdge } from '../../kernel/edge.ts'
import { appendEvents } from '../../kernel/event-store.ts'
import type { World } from '../../kernel/ports.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open-database.ts'
import { live } from './index.ts'

// As after a restart: everybody who listens comes back at once, from where they were.
describe('a rush to the live stream', () => {
  let database: Database
  let district: SmallDistrict
  /** How many transactions were opened. */
  let reads = 0
  /** How often it was asked who somebody is, and how long that takes. */
  let identified = 0
  let slowness = 0
  const people: Actor[] = []
  let http: FastifyInstance
  let address: string
  let secretary: Extract<Actor, { kind: 'account' }>
  const open: AbortController[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    const plain = testWorld(database, systemClock)
    district = await smallDistrict(database, plain)
    secretary = district.staff('communitySecretary')
    const world: World = {
      ...plain,
      database: {
        inTransaction(prologue, work) {
          reads += 1
          return plain.database.inTransaction(prologue, work)
        },
      },
    }
    const identify: Identify = async (request) => {
      identified += 1
      if (slowness > 0) await pause(slowness)
      return { tenant: 1, actor: people[Number(request.headers['x-who'])] ?? anonymous }
    }
    const times = { beatMs: 10_000, recheckMs: 10_000 }
    const streams = live({ onWake: () => () => {} }, identify, times, { entering: 20, open: 400 })
    http = fastify({ forceCloseConnections: true })
    openEdge(http, world, [streams], identify)
    address = `${await http.listen({ host: '127.0.0.1', port: 0 })}/api/live`
  })
  afterEach(async () => {
    for (const one of open.splice(0)) one.abort()
    await rested()
  })
  afterAll(async () => {
    await http.close()
    await database.close()
  })

  async function listen(who: Actor, headers: Record<string, string> = {}) {
    const number = people.push(who) - 1
    const end = new AbortController()
    open.push(end)
    const answer = await fetch(address, {
      headers: { ...headers, 'x-who': String(number) },
      signal: end.signal,
    })
    return { answer, ...readEventStream(answer), stop: () => end.abort() }
  }
  const until = async (condition: () => boolean) => {
    for (let waited = 0; !condition() && waited < 400; waited += 1) await pause(25)
    expect(condition()).toBe(true)
  }
  /** The reader rests when nobody listens, some time after the last has left; whoever comes then begins with a new one. */
  const rested = async () => {
    for (let before = -1; before !== reads; await pause(800)) before = reads
  }
  const report = () => district.report({}, { where: { communityCode: COMMUNITY } })

  test('ten score who come back at once share one reading of what they missed, and miss and repeat nothing', async () => {
    const start = await listen(secretary)
    await report()
    await until(() => start.heard.length === 1)
    const since = start.heard[0]?.id ?? 0
    start.stop()
    await rested()
    const missed = await Promise.all(Array.from({ length: 12 }, () => report()))
    const dispatcher = district.staff('dispatcher')
    reads = 0
    // Everybody is an account of their own; who finds the door full comes again, as the browser does.
    const turnedAway: number[] = []
    const comeBack = async (serial: number): Promise<Awaited<ReturnType<typeof listen>>> => {
      const who = { ...(serial % 2 ? secretary : dispatcher), accountId: uuidV7(serial + 1) }
      for (;;) {
        const stream = await listen(who, { 'last-event-id': String(since) })
        if (stream.answer.status === 200) return stream
        expect(stream.answer.status).toBe(503)
        turnedAway.push(Number(stream.answer.headers.get('retry-after')))
        await pause(20 + (serial % 10) * 10)
      }
    }
    const streams = await Promise.all(Array.from({ length: 200 }, (_, serial) => comeBack(serial)))
    await until(() => streams.every(({ heard }) => heard.length >= missed.length))
    expect(reads).toBeLessThan(60)
    const later = await report()
    await until(() => streams.every(({ heard }) => heard.length >= missed.length + 1))
    const wanted = [...missed.map(({ caseId }) => caseId).sort(), later.caseId]
    for (const { heard } of streams) {
      const told = heard.map(({ data }) => data.caseId ?? '')
      expect([...told.slice(0, -1).sort(), told.at(-1)]).toEqual(wanted)
      expect(heard.map(({ id }) => id)).toEqual(heard.map(({ id }) => id).sort((a, b) => a - b))
    }
    expect(turnedAway.every((seconds) => seconds >= 2 && seconds <= 12)).toBe(true)
  })

  test('a line that is cut before anything happened resumes from where it stood: the place is told at once', async () => {
    const quiet = await listen(secretary)
    await until(() => quiet.raw.some((block) => block.includes('id: ')))
    quiet.stop()
    await rested()
    const missed = await report()
    const place = /^id: (\d+)$/m.exec(quiet.raw.join('\n'))?.[1] ?? ''
    const { heard } = await listen(secretary, { 'last-event-id': place })
    await until(() => heard.length === 1)
    expect(heard[0]?.data.caseId).toBe(missed.caseId)
  })

  test('who is too far behind is told to ask anew, and then hears the newest in order', async () => {
    const appended = async (count: number) => {
      const events = Array.from({ length: count }, () => ({
        ...{ id: uuidV7(1), type: 'case.added', stream: 'case', streamId: uuidV7(1), streamVersion: 1 },
        payload: { placeCode: COMMUNITY, unitIds: [], to: 'registered' },
      }))
      await district.inside((tx) => appendEvents(tx, events, uuidV7(1)))
    }
    const start = await listen(secretary)
    await report()
    await until(() => start.heard.length === 1)
    start.stop()
    await rested()
    for (let chunk = 0; chunk < 5; chunk += 1) await appended(500)
    const { raw, heard } = await listen(secretary, { 'last-event-id': String(start.heard[0]?.id) })
    await until(() => heard.length >= 2_001)
    const floor = (start.heard[0]?.id ?? 0) + 500
    expect(raw.find((block) => block.includes('event: live.reset'))).toBe(
      `id: ${floor}\nevent: live.reset\ndata: {}`,
    )
    expect(heard.map(({ id }) => id).slice(1)).toEqual(
      Array.from({ length: 2_000 }, (_, index) => floor + 1 + index),
    )
  })

  test('a rush is turned away with a time to come back, before anything is read for it', async () => {
    slowness = 300
    identified = 0
    const rush = Array.from({ length: 60 }, (_, serial) => ({
      ...secretary,
      accountId: uuidV7(serial + 1),
    }))
    const answers = await Promise.all(rush.map((who) => listen(who)))
    slowness = 0
    const busy = answers.filter(({ answer }) => answer.status === 503)
    expect(busy.length).toBeGreaterThanOrEqual(20)
    expect(identified).toBe(60 - busy.length)
    for (const { answer } of busy) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    for (const { answer } of answers) expect([200, 503]).toContain(answer.status)
  })
})
