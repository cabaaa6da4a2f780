/** A round in which a matter was left out of the rates. A matter that came back and was left out again has several. */
export type LeftOut = {
  readonly caseId: string
  readonly ground: string | null
  readonly unit: string | null
  readonly item: string | null
  readonly subdistrict: string
}

/** How many of which part were left out is public, and each of them stands in every matter. */
const PARTS = ['ground', 'unit', 'item', 'subdistrict'] as const
/** Who knows the grounds of the own matters, and can take them from the whole. */
const KNOWING = ['unit', 'subdistrict'] as const

/**
 * May the numbers by ground be told? Only if whoever takes the own matters from them learns the ground of no other one: beside
 * what any one unit or subdistrict knows, and beside each ground, unit, item and subdistrict in the rest, at least the smallest
 * group must remain. (Statistical disclosure control calls it dominance: where two have nearly all, each knows the other's.)
 */
export function areGroundsTold(all: readonly LeftOut[], minimumGroup: number): boolean {
  const knowers = KNOWING.flatMap((by) => [...mattersBy(all, by).values()])
  return (
    knowers.length > 0 &&
    knowers.every((own) => {
      const rest = all.filter(({ caseId }) => !own.has(caseId))
      const most = Math.max(
        0,
        ...PARTS.flatMap((part) => [...mattersBy(rest, part).values()]).map(({ size }) => size),
      )
      return new Set(rest.map(({ caseId }) => caseId)).size - most >= minimumGroup
    })
  )
}

/** The matters of each unit, ground and so on. */
function mattersBy(
  some: readonly LeftOut[],
  part: (typeof PARTS)[number],
): ReadonlyMap<string | null, Set<string>> {
  const groups = Map.groupBy(some, (one) => one[part])
  return new Map([...groups].map(([value, of]) => [value, new Set(of.map(({ caseId }) => caseId))]))
}
