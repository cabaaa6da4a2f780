/** How often an item came up in a place: in the month that is looked at, and in each of the months before. */
export type RecurrenceCell = {
  readonly item: string
  readonly place: string
  /** The place of the wider grain that this one is a part of; null: it is of the wider grain itself. */
  readonly within: string | null
  readonly now: number
  readonly before: readonly number[]
}

export type Recurrence = RecurrenceCell & {
  /** What the month would have brought if the place had its usual share of the item. */
  readonly expected: number
  /** How likely so many or more are by chance, the spread of the item from month to month reckoned in. */
  readonly p: number
  readonly proposed: boolean
}

/** Fewer matters than this in the whole time are not tested: nothing could be said of them. */
const LEAST_TESTED = 5

const logFactorials = [0]
function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k += 1)
    logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k))
  return logFactorials[n] ?? 0
}
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/**
 * Fisher's exact test, one-sided: that at least `here` of the `here + elsewhere` matters of this month fall on a place which
 * had `hereBefore` of all that came before. It asks for shares and not for numbers, so that a season, which raises an item
 * everywhere at once (heating!), raises no alarm.
 */
export function upperTail(
  here: number,
  elsewhere: number,
  hereBefore: number,
  elsewhereBefore: number,
): number {
  const month = here + elsewhere
  const place = here + hereBefore
  const all = month + hereBefore + elsewhereBefore
  const whole = logChoose(all, month)
  let tail = 0
  for (let k = here; k <= Math.min(month, place); k += 1) {
    if (month - k > all - place) continue
    tail += Math.exp(logChoose(place, k) + logChoose(all - place, month - k) - whole)
  }
  return Math.min(1, tail)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/**
 * How much more an item spreads over places and past months than single independent matters would: Pearson’s χ² by its
 * degrees of freedom, at least 1. Matters that come in bunches then count for less.
 */
export function dispersionOf(cells: readonly Pick<RecurrenceCell, 'before'>[]): number {
  const months = Array.from(
    { length: Math.max(0, ...cells.map(({ before }) => before.length)) },
    (_, month) => sum(cells.map(({ before }) => before[month] ?? 0)),
  )
  const total = sum(months)
  const rows = cells
    .map(({ before }) => ({ before, share: sum(before) / total }))
    .filter(({ share }) => share > 0)
  const filled = months.filter((count) => count > 0).length
  const freedom = (rows.length - 1) * (filled - 1)
  if (!(freedom > 0)) return 1
  const chi = sum(
    rows.flatMap(({ before, share }) =>
      months.flatMap((count, month) =>
        count > 0 ? [((before[month] ?? 0) - count * share) ** 2 / (count * share)] : [],
      ),
    ),
  )
  return Math.max(1, chi / freedom)
}

/**
 * Items that keep coming up in a place beyond its usual share (未诉先办、每月一题), looked for at two grains at once: communities,
 * and the grids within them. All cells of both grains are one family: what share of the proposals may be chance is `falseAlarm`,
 * held over the whole family by the step-up procedure of Benjamini and Hochberg (1995); more cells make the bar higher for
 * each. Where a grid explains what its community shows, the grid alone is proposed; where the rest of the community, tested by
 * itself, goes beyond its share too, the community is, and its grids are not said twice.
 * @param falseAlarm 0 to 1
 */
export function findRecurrences(cells: readonly RecurrenceCell[], falseAlarm: number): readonly Recurrence[] {
  const grains = [...Map.groupBy(cells, grainOf).values()].map((ofGrain) => ({
    ofGrain,
    test: testOf(ofGrain),
  }))
  const tested = grains.flatMap(({ ofGrain, test }) =>
    ofGrain
      .filter((cell) => cell.now + sum(cell.before) >= LEAST_TESTED)
      .map((cell) => ({ ...cell, ...test(cell) })),
  )
  const ordered = tested.toSorted((one, other) => one.p - other.p)
  const last = ordered.findLastIndex(({ p }, index) => p <= (falseAlarm * (index + 1)) / ordered.length)
  const beyond = ordered.slice(0, last + 1)
  const testOfWider = new Map(grains.map(({ ofGrain, test }) => [ofGrain[0] && grainOf(ofGrain[0]), test]))
  const finer = (wide: RecurrenceCell) =>
    beyond.filter(({ item, within }) => item === wide.item && within === wide.place)
  const explained = (wide: RecurrenceCell) => {
    const parts = finer(wide)
    const rest = testOfWider.get(grainOf(wide))?.(without(wide, parts))
    return parts.length > 0 && rest !== undefined && rest.p > falseAlarm
  }
  const wider = beyond.filter((one) => one.within === null && !explained(one))
  const said = (one: RecurrenceCell) =>
    one.within === null
      ? wider.some((wide) => wide === one)
      : !wider.some((wide) => finer(wide).some((part) => part === one))
  return ordered.map((one) => ({ ...one, proposed: beyond.includes(one) && said(one) }))
}

const grainOf = ({ item, within }: RecurrenceCell) => `${within === null ? 'wide' : 'fine'} ${item}`

/** What is left of a place without some of its parts. */
const without = (wide: RecurrenceCell, parts: readonly RecurrenceCell[]): RecurrenceCell => ({
  ...wide,
  now: wide.now - sum(parts.map(({ now }) => now)),
  before: wide.before.map((count, month) => count - sum(parts.map(({ before }) => before[month] ?? 0))),
})

/** The test of a cell against all others of its item and grain. */
const testOf = (ofItem: readonly RecurrenceCell[]) =>
  shareTest(ofItem, {
    now: sum(ofItem.map(({ now }) => now)),
    before: ofItem.map((cell) => sum(cell.before)),
  })

type Counts = Pick<RecurrenceCell, 'now' | 'before'>

/** The test of a part's share of a whole against its share before, the spread of the parts from month to month reckoned in. */
export function shareTest(
  parts: readonly Counts[],
  whole: Counts,
): (cell: Counts) => Pick<Recurrence, 'expected' | 'p'> {
  const spread = dispersionOf(parts)
  const [month, before] = [whole.now, sum(whole.before)]
  return (cell) => {
    const own = sum(cell.before)
    const p = upperTail(
      Math.floor(cell.now / spread),
      Math.floor((month - cell.now) / spread),
      Math.ceil(own / spread),
      Math.floor((before - own) / spread),
    )
    return { expected: before === 0 ? 0 : (month * own) / before, p }
  }
}
