import { type RecurrenceCell, shareTest } from './recurrence.ts'

/** How often an item came up in a building of a place, as a cell of recurrence. */
export type BuildingCell = Pick<RecurrenceCell, 'now' | 'before'> & {
  readonly building: string
  /** Dwellings of the register. */
  readonly dwellings: number
}

export type RecurringBuilding = BuildingCell & {
  /** What the month would have brought if the building had its usual share of its place. */
  readonly expected: number
  readonly p: number
}

/** A building with fewer dwellings is a neighbour and not a place: it is never named. */
export const LEAST_DWELLINGS = 20

/**
 * The buildings that explain what a proposed place shows: those whose share **within the place** is beyond their usual one.
 * Only below a place that stands out already, so that without any effect no building is named more often than a place is
 * proposed. What made the place stand out is its whole count; how that falls on its buildings is tested given the whole
 * (Fisher), which the selection does not touch. So of the buildings named with a proposal no more than `falseAlarm` are chance,
 * by the step-up procedure of Benjamini and Hochberg (1995) over the buildings of the place.
 * @param smallestGroup fewer matters than this in the month are not told of one building
 */
export function findBuildings(
  cells: readonly BuildingCell[],
  place: Pick<RecurrenceCell, 'now' | 'before'>,
  { falseAlarm, smallestGroup }: { readonly falseAlarm: number; readonly smallestGroup: number },
): readonly RecurringBuilding[] {
  const test = shareTest(cells, place)
  const ordered = cells.map((cell) => ({ ...cell, ...test(cell) })).toSorted((one, other) => one.p - other.p)
  const last = ordered.findLastIndex(({ p }, index) => p <= (falseAlarm * (index + 1)) / ordered.length)
  return ordered
    .slice(0, last + 1)
    .filter(({ now, dwellings }) => now >= smallestGroup && dwellings >= LEAST_DWELLINGS)
}
