import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { describeOnEachDatabase } from '../../test/support/describe-on-each-database.ts'
import { type SmallDistrict, smallDistrict } from '../../test/support/small-district.ts'
import { testWorld } from '../../test/support/test-world.ts'
import { type TestClock, testClock } from '../platform/clock.ts'
import { appendEvents } from './event-store.ts'
import { type Module, oneByOne, type Subscriber } from './module.ts'
import type { World } from './ports.ts'
import { type Pulse, startPulse } from './pulse.ts'
import { recounting } from './recount.ts'
import { advance } from './run-subscribers.ts'
import { uuidV7 } from './uuid.ts'
import { tenantsBehind } from './waiting.ts'

const MINUTE = 60_000

describeOnEachDatabase('the heartbeat', (database) => {
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  let districts: readonly SmallDistrict[]
  let pulse: Pulse | undefined
  /** Who began a transaction before whose wall, since the last look. */
  let opened: string[] = []

  beforeAll(async () => {
    clock = testClock('2026-03-02T09:00:00+08:00')
    const plain = testWorld(database(), clock)
    world = {
      ...plain,
      committed: (tenant) => pulse?.wake(tenant),
      database: {
        inTransaction(prologue, work) {
          opened.push(/app\.tenant = '(\d+)'/.exec(prologue)?.[1] ?? 'all')
          return plain.database.inTransaction(prologue, work)
        },
      },
    }
    const first = await smallDistrict(database(), world, 1)
    districts = [first, await smallDistrict(database(), world, 2)]
  })
  beforeEach(async () => {
    await Promise.all(districts.map((one) => one.react(listener('a', []), listener('b', []))))
    opened = []
  })
  afterEach(async () => {
    await pulse?.stop()
    pulse = undefined
  })

  const listener = (name: string, heard: string[], fails?: (tenant: number) => boolean): Module => ({
    name,
    subscribers: [
      {
        name: `test.${name}`,
        on: (type) => type === 'case.reported',
        handle: oneByOne(async (tx, event) => {
          if (fails?.(tx.tenant)) throw new Error('this one is broken')
          heard.push(`${tx.tenant} ${event.streamId}`)
        }),
      },
    ],
  })
  const begin = (modules: readonly Module[], own: World = world) => {
    pulse = startPulse(own, modules, { tenants: async () => [1, 2], alone: false })
  }
  const report = async () => (await (districts[0] as SmallDistrict).report()).caseId
  /** Something that happened to the other tenant, as if a command had done it. */
  const elsewhere = async () => {
    const streamId = uuidV7(clock.now())
    const event = {
      id: uuidV7(clock.now()),
      type: 'case.reported',
      stream: 'case',
      streamId,
      streamVersion: 1,
      payload: {},
    }
    await (districts[1] as SmallDistrict).inside((tx) => appendEvents(tx, [event], uuidV7(tx.now)))
    pulse?.wake(2)
    return streamId
  }

  test('a commit wakes the subscribers of its own tenant, in one transaction, and those of no other', async () => {
    const a: string[] = []
    const b: string[] = []
    begin([listener('a', a), listener('b', b)])
    await vi.waitFor(() => expect(opened.at(-1)).toBe('all'))
    opened = []
    const reported: string[] = []
    for (let reports = 0; reports < 5; reports += 1) {
      reported.push(`1 ${await report()}`)
      await vi.waitFor(() => expect([a, b]).toEqual([reported, reported]))
    }
    // A report and a turn each time; a third would have found nothing more, unless a look happened to come just then.
    expect(opened.filter((one) => one === '1').length).toBeLessThan(15)
    expect(opened).not.toContain('2')
  })

  test('what another process committed is found by looking', async () => {
    const a: string[] = []
    begin([listener('a', a), listener('b', [])], { ...world, committed: () => {} })
    const silent = pulse
    pulse = undefined
    const caseId = await report()
    await vi.waitFor(() => expect(a).toEqual([`1 ${caseId}`]))
    await silent?.stop()
  })

  test('a subscriber that fails holds up neither the others of its tenant nor other tenants, and is tried again', async () => {
    const a: string[] = []
    const b: string[] = []
    let broken = true
    begin([listener('a', a, (tenant) => broken && tenant === 1), listener('b', b)])
    const first = await report()
    const second = await elsewhere()
    // What was undone because of the other one is told again.
    await vi.waitFor(() => expect([...new Set(b)].toSorted()).toEqual([`1 ${first}`, `2 ${second}`]))
    await vi.waitFor(() => expect(a).toEqual([`2 ${second}`]))
    expect(world.logged).toContainEqual(expect.objectContaining({ name: 'test.a', tenant: 1 }))
    broken = false
    clock.advance(MINUTE)
    await vi.waitFor(() => expect(a).toContain(`1 ${first}`))
    expect(new Set(b).size).toBe(2)
  })

  test('two processes at once show each event to each subscriber once', async () => {
    const heard: string[] = []
    const caseId = await report()
    const subscribers = ['a', 'b'].flatMap((name) => listener(name, heard).subscribers ?? [])
    await Promise.all(Array.from({ length: 4 }, () => advance(world, 1, subscribers)))
    while (await advance(world, 1, subscribers));
    expect(heard).toEqual([`1 ${caseId}`, `1 ${caseId}`])
  })

  test('what was counted by an older rule is counted anew from the first event, says so meanwhile, and goes on after a fall', async () => {
    const { inside } = districts[1] as SmallDistrict
    const event = (serial: number) => ({
      ...{ id: uuidV7(clock.now() + serial), type: 'test.happened', stream: 'test', streamVersion: 1 },
      ...{ streamId: uuidV7(clock.now()), payload: {} },
    })
    await inside((tx) =>
      appendEvents(
        tx,
        Array.from({ length: 130 }, (_, one) => event(one)),
        uuidV7(tx.now),
      ),
    )
    const told: number[] = []
    let [forgotten, falls] = [0, Number.POSITIVE_INFINITY]
    const counting = (basis: number): Subscriber => ({
      name: 'test.counts',
      on: () => true,
      handle: oneByOne(async (_tx, { seq }) => {
        if (seq >= falls) throw new Error('killed')
        told.push(seq)
      }),
      counts: {
        basis,
        async forget() {
          forgotten += 1
        },
      },
    })
    const how = (one: Subscriber) => inside((tx) => recounting(tx, one))
    const [older, newer] = [counting(1), counting(2)]
    while (await advance(world, 2, [older]));
    const head = told.length
    expect([
      forgotten,
      await how(older),
      (await tenantsBehind(world, [{ name: older.name, basis: 1 }])).includes(2),
    ]).toEqual([0, null, false])
    expect([
      await how(newer),
      (await tenantsBehind(world, [{ name: newer.name, basis: 2 }])).includes(2),
    ]).toEqual([{ done: 0, of: head }, true])
    told.splice(0)
    await advance(world, 2, [newer])
    falls = 101
    await expect(advance(world, 2, [newer])).rejects.toThrow('killed')
    expect(await how(newer)).toEqual({ done: 100, of: head })
    falls = Number.POSITIVE_INFINITY
    while (await advance(world, 2, [newer]));
    expect([forgotten, await how(newer)]).toEqual([1, null])
    expect(told).toEqual(Array.from({ length: head }, (_, one) => one + 1))
  })

  test('a job runs for the tenants that wait, and for no other', async () => {
    const ran = new Set<number>()
    await report()
    begin([
      {
        name: 'job',
        jobs: [
          {
            name: 'test.clocks',
            everyMs: 20,
            waiting: 'clocks_waiting',
            async run(_world, tenant) {
              ran.add(tenant)
              return 0
            },
          },
        ],
      },
    ])
    await vi.waitFor(() => expect(opened.slice(-3)).toEqual(['all', 'all', 'all']))
    expect([...ran]).toEqual([])
    clock.advance(400 * 24 * 60 * MINUTE)
    await vi.waitFor(() => expect([...ran]).toEqual([1]))
  })

  test('a job goes on at once after a whole batch, and rests after less', async () => {
    const left = [2, 2, 1, 0]
    const job = { name: 'test.batches', everyMs: 3_600_000, batch: 2, run: async () => left.shift() ?? 0 }
    pulse = startPulse(world, [{ name: 'job', jobs: [job] }], { tenants: async () => [1], alone: true })
    await vi.waitFor(() => expect(left).toEqual([0]))
    await pulse.stop()
    expect(left).toEqual([0])
  })
})
