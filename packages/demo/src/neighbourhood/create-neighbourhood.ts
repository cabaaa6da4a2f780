import type { GridFaces } from '../district-geometry.ts'
import type { Division } from '../divisions.ts'
import { lineGeometry, polygonGeometry } from '../geometry/geojson.ts'
import { at, inset, interiorPoint, type Point } from '../geometry/plane.ts'
import { toPosition } from '../geometry/projection.ts'
import { faceRing, type SplitMesh, unionLoops } from '../geometry/split-mesh.ts'
import { readingOrder } from '../grid-codes.ts'
import type { Random } from '../random.ts'
import { stableId } from '../stable-id.ts'
import { numberGates } from './addresses.ts'
import { type CompoundPlan, planCompounds } from './compounds.ts'
import { furnishBuilding } from './furnish-building.ts'
import { COMPOUND_NAMES } from './invented-names.ts'
import { inventedNameEn } from './invented-names-en.ts'
import type { Building, Compound, Dwelling, Entrance, Neighbourhood, Street } from './model.ts'
import { type BuildingPlan, layoutParcel, middleOf } from './parcel-layout.ts'
import { type StreetLine, traceStreets } from './streets.ts'

/** From the middle of the street to the fence of a compound, metres. */
const KERB_M = 7
/** Buildings whose middles lie within this height form one row when they are numbered, metres. */
const BUILDING_ROW_M = 18

/** What sets one community apart from another, beside its ground and its chance. */
export interface Character {
  /** Households by grid code; absent: drawn. */
  readonly households?: ReadonlyMap<string, number>
  /** Where in the lists of invented names its own begin, so that not every community has the same. */
  readonly firstName?: number
}

interface PlacedBuilding {
  readonly gridCode: string
  readonly plan: BuildingPlan
  readonly centre: Point
}

/**
 * Fills one community with streets, compounds, buildings, entrances and dwellings. Compounds may cut a grid in two,
 * so the grids come back with the faces they have now.
 */
export function createNeighbourhood(
  mesh: SplitMesh,
  community: Division,
  grids: readonly GridFaces[],
  random: Random,
  { households: wished, firstName = 0 }: Character = {},
): { readonly neighbourhood: Neighbourhood; readonly grids: readonly GridFaces[] } {
  const planned = planCompounds(mesh, grids, random.fork('compounds'))
  const blockOfFace = new Map(planned.compounds.flatMap((c, i) => c.parcels.map((p) => [p.face, i] as const)))
  const lines = traceStreets(mesh, [...blockOfFace.keys()], (face) => blockOfFace.get(face), firstName)
  const streets = lines.map((line, i) => streetOf(community, line, i))
  const borders = planned.compounds.map(({ parcels }) => {
    const loop = at(
      unionLoops(
        mesh,
        parcels.map((p) => p.face),
      ),
      0,
    )
    return { loop, ring: loop.map((v) => at(mesh.vertices, v)) }
  })
  const gates = numberGates(borders, lines)
  const households = wished ?? new Map(grids.map((g) => [g.code, random.fork(g.code).int(275, 325)]))
  const compounds: Compound[] = []
  const buildings: Building[] = []
  const entrances: Entrance[] = []
  const dwellings: Dwelling[] = []
  planned.compounds.forEach((plan, i) => {
    const code = `${community.code}C${String(i + 1).padStart(2, '0')}`
    const gate = at(gates, i)
    const name = at(COMPOUND_NAMES, firstName + i)
    const street = at(streets, lines.indexOf(gate.street))
    const address = `${community.name} ${street.name} ${gate.houseNumber}号 ${name}`
    const compoundId = stableId('compound', code)
    const first = buildings.length
    placeBuildings(mesh, plan, households, random.fork(code)).forEach((placed, n) => {
      const furnished = furnishBuilding({
        plan: placed.plan,
        centre: placed.centre,
        number: n + 1,
        code: `${community.code}B${String(buildings.length + 1).padStart(5, '0')}`,
        compoundId,
        communityCode: community.code,
        gridCode: placed.gridCode,
        compoundAddress: address,
      })
      buildings.push(furnished.building)
      entrances.push(...furnished.entrances)
      dwellings.push(...furnished.dwellings)
    })
    const ground = inset(at(borders, i).ring, KERB_M)
    compounds.push({
      id: compoundId,
      code,
      name,
      nameEn: inventedNameEn(name),
      communityCode: community.code,
      gridCodes: [...new Set(plan.parcels.map((p) => p.gridCode))].sort(),
      streetId: street.id,
      houseNumber: gate.houseNumber,
      address,
      style: plan.style,
      households: buildings.slice(first).reduce((sum, b) => sum + b.households, 0),
      geometry: polygonGeometry(ground),
      labelPoint: toPosition(interiorPoint(ground)),
    })
  })
  return { neighbourhood: { streets, compounds, buildings, entrances, dwellings }, grids: planned.grids }
}

function streetOf(community: Division, line: StreetLine, index: number): Street {
  const code = `${community.code}S${String(index + 1).padStart(2, '0')}`
  return {
    id: stableId('street', code),
    code,
    name: line.name,
    nameEn: inventedNameEn(line.name),
    communityCode: community.code,
    kind: line.kind,
    geometry: lineGeometry(line.points),
  }
}

function placeBuildings(
  mesh: SplitMesh,
  plan: CompoundPlan,
  households: ReadonlyMap<string, number>,
  random: Random,
): PlacedBuilding[] {
  const placed = plan.parcels.flatMap(({ gridCode, face, share }) =>
    layoutParcel(
      faceRing(mesh, face),
      plan.style,
      (households.get(gridCode) ?? 0) * share,
      random.fork(String(face)),
    ).map((building) => ({ gridCode, plan: building, centre: middleOf(building.footprint) })),
  )
  return readingOrder(placed, BUILDING_ROW_M)
}
