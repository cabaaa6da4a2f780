import { MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import type { Matter } from './matter.ts'
import { type MatterRow, ROWS } from './matter-rows.ts'
import type { Building } from './neighbourhood/model.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

const DAY_MINUTES = 1_440
const FIRST_GRID = `${MODEL_COMMUNITY_CODE}001`

/**
 * About thirty matters of the last days, oldest first, so that a list, a map and a deadline have something to show.
 * Their words are invented and name nobody.
 */
export function createMatters(
  places: readonly Place[],
  buildings: readonly Building[],
  random: Random,
  rows: readonly MatterRow[] = ROWS,
): readonly Matter[] {
  const communities = places.filter((place) => place.level === 'community')
  const first = buildings.filter(({ gridCode }) => gridCode === FIRST_GRID)
  return rows
    .map(([itemCode, fate, days, words, answer, satisfaction]): Matter => {
      const home = random.int(0, 2) > 0
      const anywhere = home ? buildings[random.int(0, buildings.length - 1)] : undefined
      // What has just come in lies where the demonstration's grid worker looks first.
      const building = fate === 'registered' ? random.pick(first) : anywhere
      const community = communities[random.int(0, communities.length - 1)]
      return {
        words,
        itemCode,
        fate,
        answer,
        satisfaction,
        minutesAgo: Math.round(days * DAY_MINUTES) + random.int(0, 90),
        buildingId: building?.id ?? null,
        communityCode: building?.communityCode ?? community?.code ?? '',
      }
    })
    .sort((a, b) => b.minutesAgo - a.minutesAgo)
}
