import { type Division, isResidentsCommittee } from '../divisions.ts'
import { gridCode } from '../grid-codes.ts'
import { provinceGridCounts } from './grid-counts.ts'

/** What is generated: the grids of a place, or one building of a grid. */
export interface ProvincePart {
  readonly placeCode: string
  readonly divisions: readonly Division[]
  readonly gridCodes: readonly string[]
  /** Only this building; null: all. */
  readonly buildingCode: string | null
}

/** 2 province, 4 city, 6 district, 9 subdistrict, 12 community, 15 grid, then B and three digits for a building. */
const PLACE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15}(B\d{3})?)$/

/** @throws an Error with one sentence when there is no such place */
export function provincePart(divisions: readonly Division[], seed: number, placeCode: string): ProvincePart {
  if (!PLACE.test(placeCode))
    throw new Error(
      `"${placeCode}" is no place: give a code of 2, 4, 6, 9, 12 or 15 digits, or that of a building (15 digits, B, 3 digits).`,
    )
  const counts = provinceGridCounts(divisions, seed)
  const inside = divisions.filter(({ code }) => code.startsWith(placeCode) || placeCode.startsWith(code))
  const wantedGrid = placeCode.slice(0, 15)
  const gridCodes = inside
    .filter(({ code }) => isResidentsCommittee(code))
    .flatMap(({ code }) => Array.from({ length: counts.get(code) ?? 0 }, (_, i) => gridCode(code, i + 1)))
    .filter((code) => code.startsWith(wantedGrid))
  if (gridCodes.length === 0)
    throw new Error(`There are no grids in "${placeCode}": Liaoning's grids lie in residents' committees.`)
  return {
    placeCode,
    divisions: inside,
    gridCodes,
    buildingCode: placeCode.length > 15 ? placeCode : null,
  }
}
