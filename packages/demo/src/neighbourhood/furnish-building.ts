import { polygonGeometry } from '../geometry/geojson.ts'
import type { Point } from '../geometry/plane.ts'
import { toPosition } from '../geometry/projection.ts'
import { stableId } from '../stable-id.ts'
import type { Building, Dwelling, Entrance } from './model.ts'
import { type BuildingPlan, householdsOf } from './parcel-layout.ts'

export interface BuildingSite {
  readonly plan: BuildingPlan
  readonly centre: Point
  readonly number: number
  readonly code: string
  readonly compoundId: string
  readonly communityCode: string
  readonly gridCode: string
  readonly compoundAddress: string
}

/** A building with its entrances and every door behind them. */
export function furnishBuilding(site: BuildingSite): {
  readonly building: Building
  readonly entrances: readonly Entrance[]
  readonly dwellings: readonly Dwelling[]
} {
  const { plan, code, number } = site
  const name = `${number}号楼`
  const building: Building = {
    id: stableId('building', code),
    code,
    number,
    name,
    nameEn: `Building ${number}`,
    compoundId: site.compoundId,
    communityCode: site.communityCode,
    gridCode: site.gridCode,
    style: plan.style,
    floors: plan.floors,
    entranceCount: plan.entrances.length,
    doorsPerFloor: plan.doorsPerFloor,
    households: householdsOf(plan),
    address: `${site.compoundAddress} ${name}`,
    geometry: polygonGeometry(plan.footprint),
    labelPoint: toPosition(site.centre),
  }
  const entrances = plan.entrances.map((door, i): Entrance => {
    const entranceCode = `${code}E${i + 1}`
    return {
      id: stableId('entrance', entranceCode),
      code: entranceCode,
      buildingId: building.id,
      number: i + 1,
      address: `${building.address} ${i + 1}单元`,
      position: toPosition(door),
    }
  })
  const dwellings = entrances.flatMap((entrance) => behind(entrance, building))
  return { building, entrances, dwellings }
}

function behind(entrance: Entrance, building: Building): Dwelling[] {
  return Array.from({ length: building.floors * building.doorsPerFloor }, (_, i) => {
    const floor = Math.floor(i / building.doorsPerFloor) + 1
    const room = `${floor}${String((i % building.doorsPerFloor) + 1).padStart(2, '0')}`
    const code = `${entrance.code}D${room.padStart(4, '0')}`
    return {
      id: stableId('dwelling', code),
      code,
      entranceId: entrance.id,
      buildingId: building.id,
      gridCode: building.gridCode,
      floor,
      room,
      doorNumber: `${building.number}-${entrance.number}-${room}`,
      address: `${entrance.address} ${room}室`,
    }
  })
}
