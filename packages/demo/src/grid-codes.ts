import type { Point } from './geometry/plane.ts'

export interface Located {
  readonly centre: Point
}

/**
 * The order in which places are numbered: rows from north to south, each row from west to east
 * (DB11 unit grids and DB6101/T 3185: serials run west→east, north→south). `rowHeightM` is how tall a row is.
 */
export function readingOrder<T extends Located>(list: readonly T[], rowHeightM: number): T[] {
  const byNorth = [...list].sort((a, b) => b.centre.y - a.centre.y)
  const rows: T[][] = []
  for (const item of byNorth) {
    const row = rows.at(-1)
    const top = row?.[0]
    if (row !== undefined && top !== undefined && top.centre.y - item.centre.y < rowHeightM) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.centre.x - b.centre.x))
}

/** Community code (12 digits) and a serial of three digits: 210105001010 and 1 give 210105001010001. */
export function gridCode(communityCode: string, serial: number): string {
  return `${communityCode}${String(serial).padStart(3, '0')}`
}
