import { createAccounts, type DemoAccount } from './accounts.ts'
import { CATALOGUE } from './catalogue.ts'
import type { CatalogueItem } from './catalogue-item.ts'
import { createDistrictMesh, MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import { type Division, readDivisions } from './divisions.ts'
import { createFindings, type Finding } from './findings.ts'
import type { Matter } from './matter.ts'
import { createMatters } from './matters.ts'
import { createNeighbourhood } from './neighbourhood/create-neighbourhood.ts'
import type { Neighbourhood } from './neighbourhood/model.ts'
import { createUnits, type Unit } from './organisation.ts'
import { createPlaces, type Place } from './places.ts'
import { createPosts, type Post } from './posts.ts'
import { createRandom, type Random } from './random.ts'
import { SOLVED_ROWS } from './solved-rows.ts'

export interface DemoDistrict extends Neighbourhood {
  readonly seed: number
  /** The real divisions of the whole province. */
  readonly divisions: readonly Division[]
  /** 皇姑区 with its subdistricts, communities and grids, and their synthetic areas; parents first. */
  readonly places: readonly Place[]
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
  readonly accounts: readonly DemoAccount[]
  readonly cast: readonly DemoAccount[]
  readonly catalogue: readonly CatalogueItem[]
  /** Matters of the last days, oldest first. */
  readonly matters: readonly Matter[]
  /** What grid workers of the model community found in the last days, oldest first. */
  readonly findings: readonly Finding[]
  /** Matters of the last weeks that came to a good end. */
  readonly solved: readonly Matter[]
}

export const DEMO_SEED = 210105

/** How many households the grids have where no building is drawn, by grid code. */
export const drawHouseholds = (
  random: Random,
  grids: readonly { readonly code: string }[],
): Map<string, number> =>
  new Map(grids.map(({ code }) => [code, random.fork(`households/${code}`).int(255, 345)]))

/**
 * The demonstration district: real codes and names, everything else generated from the seed and the same on
 * every machine. It reads one CSV file and writes nothing.
 */
export function demoDistrict(seed = DEMO_SEED): DemoDistrict {
  const random = createRandom(seed)
  const divisions = readDivisions()
  const district = createDistrictMesh(divisions, random.fork('district'))
  const community = district.communities.find((c) => c.code === MODEL_COMMUNITY_CODE)
  if (community === undefined) throw new Error(`no division ${MODEL_COMMUNITY_CODE}`)
  const model = createNeighbourhood(
    district.mesh,
    community,
    district.grids.filter((g) => g.communityCode === MODEL_COMMUNITY_CODE),
    random.fork('neighbourhood'),
  )
  const households = drawHouseholds(random, district.grids)
  for (const grid of model.grids) households.set(grid.code, 0)
  for (const { gridCode } of model.neighbourhood.dwellings) {
    households.set(gridCode, (households.get(gridCode) ?? 0) + 1)
  }
  const changed = new Map(model.grids.map((grid) => [grid.code, grid]))
  const places = createPlaces(
    district,
    district.grids.map((grid) => changed.get(grid.code) ?? grid),
    households,
  )
  const units = createUnits(places)
  const staffed = createAccounts(createPosts(units, places, random.fork('people')))
  const matters = createMatters(places, model.neighbourhood.buildings, random.fork('matters'))
  const findings = createFindings(model.neighbourhood.buildings, random.fork('findings'))
  const solved = createMatters(places, model.neighbourhood.buildings, random.fork('solved'), SOLVED_ROWS)
  return {
    seed,
    divisions,
    places,
    ...model.neighbourhood,
    units,
    ...staffed,
    catalogue: CATALOGUE,
    matters,
    findings,
    solved,
  }
}
