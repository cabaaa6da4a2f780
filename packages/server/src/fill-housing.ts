import type { FurnishedCommunity } from '@lianxin/demo'
import { sql } from 'kysely'
import { chunks } from './chunks.ts'
import { systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { inTenant, type Tx } from './kernel/tx.ts'
import { addBuildings, addCompounds, addDwellings, addEntrances, addStreets } from './modules/place/index.ts'

type Housing = Omit<FurnishedCommunity, 'community'>

/**
 * Puts the housing of one community in, in one transaction: after a stop a community has all of it or nothing. Returns
 * whether it is new; what was there of the same generation stays.
 * @throws Error with one sentence where other housing stands
 */
export async function fillHousing(
  world: World,
  tenant: number,
  { community, ...housing }: FurnishedCommunity,
): Promise<boolean> {
  return inTenant(world, tenant, systemActor('demo'), async (tx) => {
    const standing = await addressesIn(tx, community.code)
    if (standing.size > 0) {
      if (
        standing.size === housing.buildings.length &&
        housing.buildings.every(({ address }) => standing.has(address))
      )
        return false
      throw new Error(
        `${community.name} (${community.code}) has other buildings already: use the seed they were made with, or a new data folder.`,
      )
    }
    await addHousing(tx, housing)
    return true
  })
}

/** Streets, compounds, buildings, entrances and dwellings. Those that exist stay. */
export async function addHousing(
  tx: Tx,
  { streets, compounds, buildings, entrances, dwellings }: Housing,
): Promise<void> {
  await addStreets(tx, streets)
  await addCompounds(
    tx,
    compounds.map((one) => ({ ...one, lon: one.labelPoint[0], lat: one.labelPoint[1] })),
  )
  await addBuildings(
    tx,
    buildings.map((one) => ({
      ...one,
      entrances: one.entranceCount,
      lon: one.labelPoint[0],
      lat: one.labelPoint[1],
    })),
  )
  await addEntrances(tx, entrances)
  for (const rows of chunks(dwellings))
    await addDwellings(
      tx,
      rows.map((one) => ({ ...one, door: one.doorNumber })),
    )
}

async function addressesIn(tx: Tx, communityCode: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`
    select address from building where tenant = ${tx.tenant} and community_code = ${communityCode}`.execute(
    tx.db,
  )
  return new Set(rows.map(({ address }) => address))
}
