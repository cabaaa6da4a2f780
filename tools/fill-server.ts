import { bareCommunities, furnishedCommunities } from '@lianxin/demo'
import { DEMO_TENANT } from '../packages/server/src/demo-district.ts'
import { fillHousing } from '../packages/server/src/fill-housing.ts'
import { openServer } from '../packages/server/src/main.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { readSettings } from './open-installation.ts'
import { count, showProgress } from './show-progress.ts'

/**
 * Fills the installation that the settings name with the demonstration district and the housing of a place of it, so that
 * `npm start` opens it. A run that was stopped goes on where it was: what is there stays.
 */
export async function fillServer(placeCode: string, seed: number): Promise<void> {
  const communities = bareCommunities(placeCode)
  const config = readConfig(readSettings())
  if (config.MODE !== 'demo')
    throw new Error('Generated housing belongs into a demonstration: MODE is production.')
  const server = await openServer(config, { say: (line) => console.error(line) })
  const progress = showProgress('communities')
  const added = { communities: 0, buildings: 0, dwellings: 0 }
  try {
    let done = 0
    for (const furnished of furnishedCommunities(communities, seed)) {
      if (await fillHousing(server.world, DEMO_TENANT, furnished)) {
        added.communities += 1
        added.buildings += furnished.buildings.length
        added.dwellings += furnished.dwellings.length
      }
      progress.tell(++done, communities.length)
    }
  } finally {
    progress.end()
    await server.close()
  }
  const stayed = communities.length - added.communities
  console.log(
    `${count(added.buildings)} buildings with ${count(added.dwellings)} dwellings were added in ${added.communities} communities` +
      `${stayed > 0 ? `; ${stayed} had theirs already` : ''}. Start it: npm start`,
  )
}
