import type { Nearby, NearMatter } from '@lianxin/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { BOX, COMMUNITIES, pointIn } from './town.ts'

const DAY = 86_400_000
const SEED = 20261128
/** What a cell of a thousandth of a degree and steps of fifty metres may be wrong by at most. */
const BLUR = 100

type Point = { readonly lon: number; readonly lat: number }

/** Great-circle distance on a sphere of the mean radius of the earth, in metres. */
function apart(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half))
}

const between = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true })
const pointInTown = fc.record({
  lon: between(BOX.west + 0.0005, BOX.east - 0.0005),
  lat: between(BOX.south + 0.0005, BOX.north - 0.0005),
})
const samples = fc.sample(fc.tuple(pointInTown, pointInTown), { seed: SEED, numRuns: 12 })

describeInTown('what may be the same matter', (town) => {
  const at = (point: Point) => ({ where: { point: { ...point, crs: 'CGCS2000' as const } } })
  const near = async (who: 'dispatcher' | 'housing1' | 'secretary1', body: object) =>
    (await (await town().as(who)).post<{ rows: NearMatter[] }>('/api/cases/near', body)).body.rows
  const publicly = async (body: object) =>
    (await town().anybody.post<Nearby>('/api/echo/near', body)).body.open
  const raised = new Map<string, Point>()

  test('staff are shown what is open within their radius and of the item, nearest first, as a measuring tape has it', async () => {
    for (const [point] of samples) {
      const { caseId } = await town().report({ ...at(point), itemCode: 'lamp', echoWall: false })
      raised.set(caseId, point)
    }
    await town().report({ ...at(pointIn()), itemCode: 'cold' })
    for (const [, spot] of samples) {
      const found = await near('dispatcher', { ...at(spot), itemCode: 'lamp' })
      const ids = found.map(({ id }) => id)
      const distances = [...raised].map(([id, point]) => ({ id, metres: apart(spot, point) }))
      const surely = distances.filter(({ metres }) => metres < 1_000 - BLUR)
      for (const one of found) {
        const metres = distances.find(({ id }) => id === one.id)?.metres ?? Number.NaN
        expect(metres).toBeLessThan(1_000 + BLUR)
        expect(Math.abs((one.metres ?? Number.NaN) - metres)).toBeLessThan(BLUR)
      }
      if (surely.length <= 5) expect(ids).toEqual(expect.arrayContaining(surely.map(({ id }) => id)))
      expect(found.map(({ metres }) => metres)).toEqual(
        found.map(({ metres }) => metres).toSorted((a, b) => Number(a) - Number(b)),
      )
    }
  })

  test('it is found by words too, and told without anybody’s words', async () => {
    const [spot] = raised.values()
    const found = await near('dispatcher', { ...at(spot as Point), words: 'lamp 不亮了' })
    expect(found.length).toBeGreaterThan(0)
    expect(Object.keys(found[0] ?? {}).toSorted()).toEqual([
      'communityName',
      'communityNameEn',
      'id',
      'item',
      'kind',
      'metres',
      'number',
      'openedAt',
      'stateName',
    ])
  })

  test('what a matter may be joined with is found in the same way, without itself and within the reader’s reach', async () => {
    const [[caseId, spot]] = [...raised] as [[string, Point]]
    const ofCase = async (who: 'dispatcher' | 'housing1') =>
      (await town().as(who)).get<{ rows: NearMatter[] }>(`/api/cases/${caseId}/near`)
    const { body } = await ofCase('dispatcher')
    const asked = await near('dispatcher', { ...at(spot), itemCode: 'lamp' })
    const others = asked.map(({ id }) => id).filter((id) => id !== caseId)
    expect(others.length).toBeGreaterThan(0)
    expect(body.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(others))
    expect(body.rows.map(({ id }) => id)).not.toContain(caseId)
    expect((await ofCase('housing1')).status).toBe(404)
  })

  test('a department is not shown what is not its own', async () => {
    const [spot] = raised.values()
    expect(await near('housing1', { ...at(spot as Point), itemCode: 'lamp' })).toEqual([])
  })

  test('whoever names only the community is shown what is open in it', async () => {
    const [community] = COMMUNITIES
    const found = await near('dispatcher', { where: { communityCode: community }, itemCode: 'lamp' })
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ metres }) => metres))).toEqual(new Set([null]))
  })

  test('the public finds it only from the same grid or near its middle, so that nobody can ask from which house it comes', async () => {
    const place = { lon: pointIn().lon - 0.008, lat: 41.802 }
    const { caseId } = await town().report({ ...at(place), itemCode: 'cold' })
    const metres = async (spot: Point) => (await publicly({ ...at(spot), itemCode: 'cold' })).length
    const sameGrid = { lon: pointIn().lon + 0.008, lat: 41.812 }
    expect(apart(place, sameGrid)).toBeGreaterThan(1_000)
    // Wherever in the grid one asks, the answer is the same.
    expect(await metres(sameGrid)).toBe(await metres(place))
    expect(await metres({ lon: pointIn(2).lon, lat: 41.82 })).toBe(0)
    expect(JSON.stringify(await publicly({ ...at(place), itemCode: 'cold' }))).not.toContain(caseId)
  })

  test('the district decides how far and how long, and what is older is not shown', async () => {
    const [spot] = raised.values()
    const here = { ...at(spot as Point), itemCode: 'lamp' }
    const before = (await near('dispatcher', here)).length
    expect(before).toBeGreaterThan(0)
    const keeper = await town().as('ruleKeeper')
    const change = await keeper.post('/api/settings/mergeRadius', {
      ...{ seenVersion: 0, effectiveFrom: null, reason: '试试' },
      value: { public: { metres: 250, days: 30 }, staff: { metres: 10, days: 90 } },
    })
    expect(change.status).toBe(200)
    await town().later(60_000 + 5_000)
    expect((await near('dispatcher', here)).length).toBeLessThan(before)
    town().clock.advance(91 * DAY)
    expect(await near('dispatcher', { where: { communityCode: COMMUNITIES[0] }, itemCode: 'lamp' })).toEqual(
      [],
    )
  })
})
