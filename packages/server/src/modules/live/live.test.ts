import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/support/describe-on-each-database.ts'
import { readEventStream } from '../../../test/support/event-stream.ts'
import {
  COMMUNITY,
  OTHER_COMMUNITY,
  type SmallDistrict,
  smallDistrict,
} from '../../../test/support/small-district.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { type Identify, openEdge } from '../../kernel/edge.ts'
import { appendEvents } from '../../kernel/event-store.ts'
import type { World } from '../../kernel/ports.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open-database.ts'
import { live } from './index.ts'

// Nothing here depends on the driver but reading events, which the kernel's own tests prove on both.
describe('the live stream', () => {
  let database: Database
  let district: SmallDistrict
  let world: World
  /** How many transactions the stream's own reader has opened. */
  let reads = 0
  let wake: () => void = () => {}
  /** Who asks, by the header `X-Who`: a right that ends is one that is taken out here. */
  const people: Actor[] = []
  let http: FastifyInstance
  let address: string
  const open: AbortController[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    const plain = testWorld(database, systemClock)
    district = await smallDistrict(database, plain)
    world = {
      ...plain,
      database: {
        inTransaction(prologue, work) {
          reads += 1
          return plain.database.inTransaction(prologue, work)
        },
      },
    }
    const pulse = {
      onWake(listener: () => void) {
        wake = listener
        return () => {}
      },
    }
    const identify: Identify = async (request) => ({
      tenant: 1,
      actor: people[Number(request.headers['x-who'])] ?? anonymous,
    })
    http = fastify({ forceCloseConnections: true })
    openEdge(http, world, [live(pulse, identify, { beatMs: 150, recheckMs: 200 })], identify)
    address = `${await http.listen({ host: '127.0.0.1', port: 0 })}/api/live`
  })
  afterEach(async () => {
    for (const one of open.splice(0)) one.abort()
    await pause(100)
  })
  afterAll(async () => {
    await http.close()
    await database.close()
  })

  const whoIs = (who: Actor) => people.push(who) - 1
  /** Opens the stream as somebody; `heard` fills as events come. */
  async function listen(who: Actor, headers: Record<string, string> = {}, query = '') {
    const number = whoIs(who)
    const end = new AbortController()
    open.push(end)
    const answer = await fetch(address + query, {
      headers: { ...headers, 'x-who': String(number) },
      signal: end.signal,
    })
    const becomes = (other: Actor) => {
      people[number] = other
    }
    return { answer, ...readEventStream(answer), becomes, stop: () => end.abort() }
  }
  const until = async (condition: () => boolean) => {
    for (let waited = 0; !condition() && waited < 800; waited += 1) await pause(25)
    expect(condition()).toBe(true)
  }
  const report = (communityCode: string = COMMUNITY) => district.report({}, { where: { communityCode } })
  const secretary = () => district.staff('communitySecretary')

  test('tells what happens within reach, in order, by codes only', async () => {
    const { answer, heard, raw } = await listen(secretary())
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const other = await report(OTHER_COMMUNITY)
    const first = await report()
    const second = await report()
    await until(() => heard.length === 2)
    expect(heard.map(({ data }) => data.caseId)).toEqual([first.caseId, second.caseId])
    expect(heard[0]?.data).toMatchObject({
      type: 'case.reported',
      placeCode: COMMUNITY,
      state: 'registered',
      unitIds: [district.unitId(COMMUNITY)],
    })
    expect(heard[0]?.id).toBe(heard[0]?.data.seq)
    expect(raw.join()).not.toContain(other.caseId)
    expect(raw.join()).not.toContain('没水')
  })

  test('resumes after the last event heard, without a gap and without repeating one', async () => {
    const first = await listen(secretary())
    await report()
    await until(() => first.heard.length === 1)
    first.stop()
    const missed = [await report(), await report()]
    const last = String(first.heard[0]?.id)
    const [byHeader, byQuery] = [
      await listen(secretary(), { 'last-event-id': last }),
      await listen(secretary(), {}, `?since=${last}`),
    ]
    const later = await report()
    for (const { heard } of [byHeader, byQuery]) {
      await until(() => heard.length === 3)
      expect(heard.map(({ data }) => data.caseId)).toEqual([...missed, later].map(({ caseId }) => caseId))
    }
  })

  test('resumes over many batches while new events come in', async () => {
    const start = await listen(secretary())
    await report()
    await until(() => start.heard.length === 1)
    const since = start.heard[0]?.id ?? 0
    const many = 260
    for (let made = 0; made < many; made += 20) await Promise.all(Array.from({ length: 20 }, () => report()))
    const [resumed] = await Promise.all([
      listen(secretary(), {}, `?since=${since}`),
      report(),
      report(),
      report(),
    ])
    await until(() => resumed.heard.length >= many + 3)
    expect(resumed.heard.map(({ id }) => id)).toEqual(
      Array.from({ length: many + 3 }, (_, index) => since + 1 + index),
    )
  })

  test('one reader serves all who listen, and rests when nobody does', async () => {
    for (let listeners = 0; listeners < 5; listeners += 1) await listen(secretary())
    await pause(300)
    reads = 0
    await pause(2_000)
    expect(reads).toBeGreaterThan(2)
    expect(reads).toBeLessThan(14)
    for (const one of open.splice(0)) one.abort()
    // Some time after the last has left it looks no more, however busy the machine is.
    let before = -1
    for (let waited = 0; before !== reads && waited < 10; waited += 1) {
      before = reads
      await pause(800)
    }
    expect(reads).toBe(before)
  })

  test('a commit made here is told at once', async () => {
    const { heard } = await listen(secretary())
    await pause(300)
    await report()
    wake()
    await until(() => heard.length === 1)
  })

  test('the beat moves the place forward past what was not for this reader', async () => {
    const { raw } = await listen(secretary())
    await report(OTHER_COMMUNITY)
    const other = await listen(district.staff('dispatcher'))
    await report(OTHER_COMMUNITY)
    await until(() => other.heard.length > 0)
    await until(() => raw.some((block) => block === `: beat\nid: ${other.heard.at(-1)?.id}`))
  })

  test('ends when the right ends', async () => {
    const { ended, heard, becomes } = await listen(secretary())
    becomes({ ...secretary(), post: null })
    await ended
    await report()
    expect(heard).toEqual([])
  })

  test('ends when the session cannot be told any more', async () => {
    const { ended, becomes } = await listen(secretary())
    becomes(anonymous)
    await ended
  })

  test.each([
    ['nobody', () => anonymous, 401],
    ['an account without a post', () => ({ ...secretary(), post: null }), 403],
    ['an auditor', () => district.staff('auditor'), 403],
    ['a requester', () => ({ kind: 'requester', caseId: 'x', requesterId: 'y' }) as const, 401],
  ])('%s may not listen', async (_, who, status) => {
    expect((await listen(who())).answer.status).toBe(status)
  })

  test('an account has six streams at most, and gets another when one ends', async () => {
    const streams = await Promise.all(Array.from({ length: 6 }, () => listen(secretary())))
    expect((await listen(secretary())).answer.status).toBe(429)
    streams[0]?.stop()
    // The server hears of it some time later.
    const statuses: number[] = []
    while (statuses.at(-1) !== 200 && statuses.length < 50) {
      await pause(100)
      statuses.push((await listen(secretary())).answer.status)
    }
    expect(statuses.at(-1)).toBe(200)
    expect((await listen(secretary())).answer.status).toBe(429)
  })

  test('a reader that does not keep up is cut off, so that it does not fill the memory', async () => {
    const connections = () =>
      new Promise<number>((resolve) => http.server.getConnections((_, count) => resolve(count)))
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    await new Promise<void>((resolve) => {
      socket.once('data', () => resolve())
      socket.write(`GET /api/live HTTP/1.1\r\nHost: x\r\nX-Who: ${whoIs(secretary())}\r\n\r\n`)
    })
    socket.pause()
    const before = await connections()
    const unitIds = Array.from({ length: 40 }, () => uuidV7(1))
    const payload = { placeCode: COMMUNITY, unitIds, to: 'registered' }
    for (let chunk = 0; chunk < 40; chunk += 1) {
      const events = Array.from({ length: 200 }, () => ({
        id: uuidV7(1),
        type: 'case.added',
        stream: 'case',
        streamId: uuidV7(1),
        streamVersion: 1,
        payload,
      }))
      await district.inside((tx) => appendEvents(tx, events, uuidV7(1)))
    }
    for (let waited = 0; (await connections()) === before && waited < 100; waited += 1) await pause(100)
    expect(await connections()).toBe(before - 1)
    socket.destroy()
  })
})
