import gcoordModule from 'gcoord'
import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { problemOf } from './problem-of.ts'
import { BOX, pointIn } from './town.ts'

const gcoord = gcoordModule as unknown as typeof gcoordModule.default

const near = (degrees: { lon: number; lat: number }, system: 'GCJ02' | 'BD09') => {
  const [lon = 0, lat = 0] = gcoord.transform([degrees.lon, degrees.lat], gcoord.WGS84, gcoord[system])
  return { lon, lat }
}
/** Just inside the eastern border: what maps that shift coordinates show for it lies outside. */
const AT_BORDER = { lon: BOX.east - 0.0005, lat: 41.815 }

describeInTown('where people may say that it is', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  test.each([
    ['a point of another district', { lon: 123.6, lat: 41.7 }, 'WGS84', 'place.outside'],
    ['a point on the other side of the earth', { lon: -56, lat: -41 }, 'WGS84', 'place.outside'],
    ['longitude and latitude exchanged', { lon: 41.815, lat: 123.43 }, 'WGS84', 'place.swapped'],
    ['an AMap point said to be GPS', near(AT_BORDER, 'GCJ02'), 'WGS84', 'place.gcj02'],
    ['a Baidu point said to be GPS', near(AT_BORDER, 'BD09'), 'WGS84', 'place.bd09'],
    ['a Baidu point said to be AMap’s', near(AT_BORDER, 'BD09'), 'GCJ02', 'place.bd09'],
  ] as const)('%s is refused with a hint', async (_, point, crs, code) => {
    const body = { words: '路灯坏了', where: { point: { ...point, crs } } }
    expect(problemOf(await town().anybody.post('/api/cases', body)).code).toBe(code)
    expect(problemOf(await town().anybody.post('/api/cases', body, { language: 'en' }), 'en').code).toBe(code)
    expect(problemOf(await town().anybody.post('/api/places/locate', body.where)).code).toBe(code)
  })

  test.each(['GCJ02', 'BD09'] as const)(
    'a point near the border is taken when it is named as %s',
    async (crs) => {
      const { caseId } = await town().report({ where: { point: { ...near(AT_BORDER, crs), crs } } })
      const { body } = await (await town().as('dutyOfficer')).get<{
        where: { point: { lon: number; lat: number } }
      }>(`/api/cases/${caseId}`)
      expect(Math.abs(body.where.point.lon - AT_BORDER.lon)).toBeLessThan(1e-5)
      expect(Math.abs(body.where.point.lat - AT_BORDER.lat)).toBeLessThan(1e-5)
    },
  )

  test('a point and a compound of different communities do not mix', async () => {
    const { inside, rows, report } = town()
    const id = '00000000-0000-7000-8000-00000000c0de'
    const { addCompounds } = await import('../../src/modules/place/index.ts')
    const ring = [
      [123.43, 41.81],
      [123.431, 41.81],
      [123.431, 41.811],
      [123.43, 41.81],
    ]
    await inside((tx) =>
      addCompounds(tx, [
        {
          id,
          communityCode: '210105001002',
          name: '中小区',
          geometry: { type: 'Polygon', coordinates: [ring] },
          lon: 123.43,
          lat: 41.81,
        },
      ]),
    )
    const { caseId } = await report({ where: { compoundId: id, point: pointIn(0, 0) } })
    const [row] = await rows(
      `select place_code, community_code, grid_code from grid_case where id = '${caseId}'`,
    )
    expect(row).toEqual({ place_code: '210105001002', community_code: '210105001002', grid_code: null })
  })

  test('a place is found and told in the language of the reader', async () => {
    const { anybody, report, follow } = town()
    const found = await anybody.get('/api/places/search?q=east')
    expect(found.body).toMatchObject([{ kind: 'community', name: '东社区', nameEn: 'East Community' }])
    const receipt = await report()
    expect(receipt).toMatchObject({ place: '东社区 网格001', placeEn: 'Grid 1, East Community' })
    const own = await (await follow(receipt)).get('/api/follow/case')
    expect(own.body).toMatchObject({ place: '东社区', placeEn: 'East Community' })
  })
})
