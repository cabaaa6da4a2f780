import type { LineStringGeometry, PolygonGeometry } from '../geometry/geojson.ts'
import type { Position } from '../geometry/projection.ts'
import type { CompoundStyle } from './compounds.ts'

export interface Street {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly communityCode: string
  readonly kind: 'street' | 'lane'
  readonly geometry: LineStringGeometry
}

/** 小区. Its ground ends at the kerb of the streets around it. */
export interface Compound {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly communityCode: string
  readonly gridCodes: readonly string[]
  readonly streetId: string
  readonly houseNumber: number
  /** Community, street, number, name. */
  readonly address: string
  readonly style: CompoundStyle
  readonly households: number
  readonly geometry: PolygonGeometry
  readonly labelPoint: Position
}

/** 楼栋. Its code hangs on the community, not on the grid: grids are redrawn, buildings stay. */
export interface Building {
  readonly id: string
  readonly code: string
  /** Number within the compound: 3 is 3号楼. */
  readonly number: number
  readonly name: string
  readonly nameEn: string
  readonly compoundId: string
  readonly communityCode: string
  readonly gridCode: string
  readonly style: CompoundStyle
  readonly floors: number
  readonly entranceCount: number
  readonly doorsPerFloor: number
  readonly households: number
  readonly address: string
  readonly geometry: PolygonGeometry
  readonly labelPoint: Position
}

/** 单元 */
export interface Entrance {
  readonly id: string
  readonly code: string
  readonly buildingId: string
  /** Within the building, from west to east. */
  readonly number: number
  readonly address: string
  readonly position: Position
}

/** 户室 */
export interface Dwelling {
  readonly id: string
  readonly code: string
  readonly entranceId: string
  readonly buildingId: string
  readonly gridCode: string
  readonly floor: number
  /** Room as written on the door: floor and two digits, 302. */
  readonly room: string
  /** Building, entrance, room: 1-3-302. */
  readonly doorNumber: string
  readonly address: string
}

export interface Neighbourhood {
  readonly streets: readonly Street[]
  readonly compounds: readonly Compound[]
  readonly buildings: readonly Building[]
  readonly entrances: readonly Entrance[]
  readonly dwellings: readonly Dwelling[]
}
