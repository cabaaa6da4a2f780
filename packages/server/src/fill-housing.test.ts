import { bareCommunities, demoDistrict, furnishedCommunities } from '@lianxin/demo'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../test/support/describe-on-each-database.ts'
import { testWorld } from '../test/support/test-world.ts'
import { fillHousing } from './fill-housing.ts'
import { systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { inTenant } from './kernel/tx.ts'
import { addPlaces } from './modules/place/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Database } from './platform/database/open-database.ts'
import { addTenant } from './platform/tenants.ts'

const SUBDISTRICT = '210105001'
const communities = bareCommunities(SUBDISTRICT).slice(0, 1)
const [housing] = [...furnishedCommunities(communities, 8)]
if (!housing) throw new Error('one community')

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase('pglite')
  world = testWorld(database, systemClock)
  const tenant = { id: 1, code: '210105', name: '皇姑区', nameEn: 'Huanggu', numberPrefix: 'HG' }
  await addTenant(database, { ...tenant, validFrom: '2020-01-01' })
  const demo = demoDistrict()
  const code = housing.community.code
  const places = [
    ...demo.divisions.filter((one) => code.startsWith(one.code)),
    ...demo.places.filter((one) => one.parentCode === code),
  ]
  await inTenant(world, 1, systemActor('demo'), (tx) => addPlaces(tx, places))
})
afterAll(() => database.close())

const standing = () =>
  inTenant(world, 1, systemActor('demo'), async (tx) => {
    const { rows } = await sql<{ buildings: number; dwellings: number; streets: number; unspelled: number }>`
      select (select count(*)::int from building where tenant = 1) as buildings,
        (select count(*)::int from dwelling where tenant = 1) as dwellings,
        (select count(*)::int from street where tenant = 1) as streets,
        (select count(*)::int from (select name_en from street where tenant = 1 union all select name_en from compound where tenant = 1
          union all select name_en from building where tenant = 1) n where name_en !~ '^[ -~]+$') as unspelled`.execute(
      tx.db,
    )
    return rows[0]
  })

test('a community that was stopped half-way has nothing, and then all of it, once', async () => {
  const broken = housing.dwellings.map((one, order) =>
    order === housing.dwellings.length - 1 ? { ...one, entranceId: one.id } : one,
  )
  await expect(fillHousing(world, 1, { ...housing, dwellings: broken })).rejects.toThrow()
  expect(await standing()).toEqual({ buildings: 0, dwellings: 0, streets: 0, unspelled: 0 })
  expect(await fillHousing(world, 1, housing)).toBe(true)
  const whole = {
    buildings: housing.buildings.length,
    dwellings: housing.dwellings.length,
    streets: housing.streets.length,
    unspelled: 0,
  }
  expect(await standing()).toEqual(whole)
  expect(await fillHousing(world, 1, housing)).toBe(false)
  expect(await standing()).toEqual(whole)
})

test('the housing of another seed is refused with one sentence, and changes nothing', async () => {
  const before = await standing()
  const [other] = [...furnishedCommunities(communities, 9)]
  if (!other) throw new Error('one community')
  await expect(fillHousing(world, 1, other)).rejects.toThrow(/has other buildings already: use the seed/)
  expect(await standing()).toEqual(before)
})
