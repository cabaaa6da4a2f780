import { sql } from 'kysely'
import type { Tx } from '../../src/kernel/tx.ts'
import { addBuildings, addCompounds, addDwellings, addEntrances } from '../../src/modules/place/index.ts'
import { TENANT, type Town } from './open-town.ts'
import { COMMUNITIES, GRIDS } from './town.ts'

const serial = (group: string, number: number) =>
  `0000000${group}-0000-7000-8000-${String(number).padStart(12, '0')}`
const SQUARE = [
  [123.4, 41.8],
  [123.401, 41.8],
  [123.401, 41.801],
  [123.4, 41.8],
]

/** Two buildings of the first grid, of which one has a few dwellings: a house that everybody knows. */
export const BUILDINGS = [
  { id: serial('b', 1), name: '1号楼', dwellings: 24 },
  { id: serial('b', 2), name: '2号楼', dwellings: 3 },
] as const

export async function addHouses({ inside }: Town): Promise<void> {
  const place = { communityCode: COMMUNITIES[0], lon: 123.4, lat: 41.8 }
  const compoundId = serial('c', 1)
  await inside(async (tx) => {
    const area = { type: 'Polygon', coordinates: [SQUARE] }
    await addCompounds(tx, [{ ...place, id: compoundId, name: '和苑', nameEn: 'He Yuan', geometry: area }])
    for (const [index, { id, name, dwellings }] of BUILDINGS.entries()) {
      const built = { compoundId, gridCode: GRIDS[0], address: name, floors: 6, entrances: 1, geometry: area }
      await addBuildings(tx, [{ ...place, ...built, id, name, nameEn: `Building ${index + 1}` }])
      const entranceId = serial('d', index)
      await addEntrances(tx, [{ id: entranceId, buildingId: id, number: 1 }])
      await addDwellings(
        tx,
        Array.from({ length: dwellings }, (_, door) => ({
          ...{ id: serial('e', index * 100 + door), buildingId: id, entranceId, floor: 1 },
          door: String(door),
        })),
      )
    }
  })
}

/** Matters that name a building each, as far as the figures ask: `caseIds` of the first, then of the second. */
export async function nameBuildings(
  tx: Tx,
  caseIds: readonly [readonly string[], readonly string[]],
): Promise<void> {
  for (const [index, ids] of caseIds.entries())
    for (const id of ids) {
      await sql`
        insert into grid_case (tenant, id, kind, kind_version, number, version, state, open, place_code, community_code, level, unit_ids, provisional, opened_at, closed_at, reopened_count)
        values (${TENANT}, ${id}, 'request', 1, ${`HOUSE-${id}`}, 1, 'closed', false, ${COMMUNITIES[0]}, ${COMMUNITIES[0]}, 2, '{}', false,
          timestamptz '2031-11-02Z', timestamptz '2031-11-03Z', 0)`.execute(tx.db)
      await sql`
        insert into case_detail (tenant, case_id, words_id, building_id, echo_wall, language)
        values (${TENANT}, ${id}, gen_random_uuid(), ${BUILDINGS[index]?.id ?? ''}::uuid, false, 'zh-CN')`.execute(
        tx.db,
      )
    }
}
