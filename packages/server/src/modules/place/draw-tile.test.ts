import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { smallDistrict } from '../../../test/support/small-district.ts'
import { testEdge } from '../../../test/support/test-edge.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { addAreas, place } from './index.ts'

const COMMUNITY = '210105001010'
const [WEST, SOUTH] = [123.4, 41.8]
const SIDE = 0.01

const square = (west: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, SOUTH],
      [west + SIDE, SOUTH],
      [west + SIDE, SOUTH + SIDE],
      [west, SOUTH + SIDE],
      [west, SOUTH],
    ],
  ],
})

/** The tile of zoom 12 in which the square lies. */
const Z = 12
const X = Math.floor(((WEST + SIDE / 2 + 180) / 360) * 2 ** Z)
const north = Math.asinh(Math.tan(((SOUTH + SIDE / 2) * Math.PI) / 180))
const Y = Math.floor(((1 - north / Math.PI) / 2) * 2 ** Z)

describeOnEachDatabase('a tile of the map', (database) => {
  let now = Date.UTC(2026, 5, 1)
  let statements = 0
  let at: Awaited<ReturnType<typeof open>>
  const open = async () => {
    const plain = testWorld(database(), { now: () => now })
    const district = await smallDistrict(database(), plain)
    const world = {
      ...plain,
      database: {
        inTransaction: ((prologue, work) =>
          plain.database.inTransaction(prologue, (trx, closeWith) =>
            work(
              new Proxy(trx, {
                get(target, name) {
                  if (name === 'getExecutor') statements += 1
                  const value: unknown = Reflect.get(target, name)
                  return typeof value === 'function' ? value.bind(target) : value
                },
              }),
              closeWith,
            ),
          )) as typeof plain.database.inTransaction,
      },
    }
    return { district, ...testEdge(world, [place({ mode: 'demo', version: '0' })]) }
  }
  const ask = (headers: Record<string, string> = {}, y = Y) =>
    at.http.inject({ method: 'GET', url: `/api/tiles/${Z}/${X}/${y}`, headers })
  const draw = (code: string, west: number) =>
    at.district.inside((tx) =>
      addAreas(tx, [
        { code, geometry: square(west), lon: west, lat: SOUTH, households: null, synthetic: true },
      ]),
    )
  beforeAll(async () => {
    at = await open()
  })

  test('is drawn once, and again only when what is on the map has changed', async () => {
    const empty = await ask()
    expect([empty.statusCode, empty.rawPayload.length]).toEqual([200, 0])
    await draw(COMMUNITY, WEST)
    now += 2_000
    const first = await ask()
    expect(first.rawPayload.length).toBeGreaterThan(0)
    statements = 0
    const second = await ask()
    expect([second.rawPayload, statements]).toEqual([first.rawPayload, 0])
    now += 2_000
    const third = await ask()
    expect([third.headers['etag'], statements]).toEqual([first.headers['etag'], 1])
    await draw('210105001012', WEST + SIDE)
    now += 2_000
    const changed = await ask()
    expect(changed.rawPayload.length).toBeGreaterThan(first.rawPayload.length)
    expect(changed.headers['etag']).not.toBe(first.headers['etag'])
  })

  test('is not sent again to whoever has it, and is never taken for another tenant’s', async () => {
    const { etag, vary } = (await ask()).headers
    const again = await ask({ 'if-none-match': String(etag) })
    expect([again.statusCode, again.rawPayload.length, again.headers['etag']]).toEqual([304, 0, etag])
    expect((await ask({ 'if-none-match': '"another"' })).statusCode).toBe(200)
    expect(vary).toBe('x-tenant')
  })

  test('that shows nothing is empty and no error', async () => {
    const far = await ask({}, 0)
    expect([far.statusCode, far.rawPayload.length]).toEqual([200, 0])
  })
})
