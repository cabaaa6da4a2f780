import { DEMO_SEED, drawHouseholds } from '../demo-district.ts'
import {
  committeesOf,
  createDistrictMesh,
  DISTRICT_CODE,
  MODEL_COMMUNITY_CODE,
} from '../district-geometry.ts'
import { type Division, readDivisions } from '../divisions.ts'
import { createRandom } from '../random.ts'
import { createNeighbourhood } from './create-neighbourhood.ts'
import type { Neighbourhood } from './model.ts'

/** A community of the demonstration district with the housing that was generated for it. */
export interface FurnishedCommunity extends Neighbourhood {
  readonly community: Division
}

/**
 * The communities of a place of the demonstration district that `npm start` leaves without buildings.
 * @param placeCode the district, or a subdistrict or community of it @throws an Error with one sentence
 */
export function bareCommunities(placeCode: string): readonly Division[] {
  const inside = committeesOf(readDivisions()).filter(({ code }) => code.startsWith(placeCode))
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(placeCode) || inside.length === 0)
    throw new Error(
      `"${placeCode}" is no place of the demonstration district: give ${DISTRICT_CODE}, or the code of a subdistrict (9 digits) or community (12 digits) of it.`,
    )
  return inside.filter(({ code }) => code !== MODEL_COMMUNITY_CODE)
}

/**
 * Streets, compounds, buildings, entrances and dwellings of these communities, one community after the other: nothing is
 * kept. What a community gets depends on seed and code alone, whatever is generated beside it.
 */
export function* furnishedCommunities(
  communities: readonly Division[],
  seed: number,
): Generator<FurnishedCommunity> {
  const whole = createRandom(DEMO_SEED)
  const district = createDistrictMesh(readDivisions(), whole.fork('district'))
  const households = drawHouseholds(whole, district.grids)
  for (const community of communities) {
    const random = createRandom(`${seed}/neighbourhood/${community.code}`)
    const grids = district.grids.filter(({ communityCode }) => communityCode === community.code)
    // Compounds cut the mesh: each community cuts its own.
    const { neighbourhood } = createNeighbourhood(structuredClone(district.mesh), community, grids, random, {
      households,
      firstName: random.fork('names').int(0, 279),
    })
    yield { community, ...neighbourhood }
  }
}
