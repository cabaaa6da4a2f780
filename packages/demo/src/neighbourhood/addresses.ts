import { centroid, distance, type Point, type Ring } from '../geometry/plane.ts'
import type { StreetLine } from './streets.ts'

/** Where a compound is reached: the street along its longest side and a number on it. */
export interface GateAddress {
  readonly street: StreetLine
  readonly houseNumber: number
}

/** One number for about so many metres on each side of a street. */
const METRES_PER_NUMBER = 14

interface Shore {
  readonly street: StreetLine
  readonly along: number
  readonly left: boolean
  readonly length: number
}

/**
 * Numbers compounds along the streets that their borders follow: odd on the left, even on the right of a street that is
 * walked from west to east or from north to south. No number is given twice on one street.
 *
 * @param borders the outer border of each compound as vertices of the mesh, with its points
 */
export function numberGates(
  borders: readonly { readonly loop: readonly number[]; readonly ring: Ring }[],
  streets: readonly StreetLine[],
): readonly GateAddress[] {
  const taken = new Set<string>()
  return borders.map(({ loop, ring }) => {
    const shore = streets
      .flatMap((street) => shoreOf(loop, ring, street) ?? [])
      .reduce<Shore | undefined>(
        (best, s) => (best === undefined || worth(s) > worth(best) ? s : best),
        undefined,
      )
    if (shore === undefined) throw new Error('a compound lies on no street')
    let houseNumber = Math.floor(shore.along / METRES_PER_NUMBER) * 2 + (shore.left ? 1 : 2)
    while (taken.has(`${shore.street.name}${houseNumber}`)) houseNumber += 2
    taken.add(`${shore.street.name}${houseNumber}`)
    return { street: shore.street, houseNumber }
  })
}

/** People give the main street when there is one. */
function worth(shore: Shore): number {
  return shore.length * (shore.street.kind === 'street' ? 3 : 1)
}

function shoreOf(loop: readonly number[], ring: Ring, street: StreetLine): Shore | undefined {
  const onBorder = new Set(loop)
  const shared = street.vertices.flatMap((v, i) => (onBorder.has(v) ? [i] : []))
  const [first, last] = [shared[0], shared.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  const stretch = street.points.slice(first, last + 1)
  const [start, end] = [stretch[0], stretch.at(-1)]
  if (start === undefined || end === undefined) return undefined
  const middle = centroid(ring)
  const left = (end.x - start.x) * (middle.y - start.y) - (end.y - start.y) * (middle.x - start.x) > 0
  const length = lengthOf(stretch)
  return { street, along: lengthOf(street.points.slice(0, first + 1)) + length / 2, left, length }
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, p, i) => {
    const before = line[i - 1]
    return before === undefined ? sum : sum + distance(before, p)
  }, 0)
}
