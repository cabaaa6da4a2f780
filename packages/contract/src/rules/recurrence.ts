/** How often an item came up in a place: in the month that is looked at, and in each of the months before. */
export type RecurrenceCell = {
  readonly item: string
  readonly place: string
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
export function dispersionOf(cells: readonly RecurrenceCell[]): number {
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
 * Items that keep coming up in a place beyond its usual share (未诉先办、每月一题): what share of the proposals may be chance is
 * `falseAlarm`, held by the step-up procedure of Benjamini and Hochberg (1995) over all cells that were tested.
 * @param falseAlarm 0 to 1
 */
export function findRecurrences(cells: readonly RecurrenceCell[], falseAlarm: number): readonly Recurrence[] {
  const tested = [...Map.groupBy(cells, ({ item }) => item).values()].flatMap((ofItem) => {
    const spread = dispersionOf(ofItem)
    const month = sum(ofItem.map(({ now }) => now))
    const before = sum(ofItem.map((cell) => sum(cell.before)))
    return ofItem
      .filter((cell) => cell.now + sum(cell.before) >= LEAST_TESTED)
      .map((cell) => {
        const own = sum(cell.before)
        const p = upperTail(
          Math.floor(cell.now / spread),
          Math.floor((month - cell.now) / spread),
          Math.ceil(own / spread),
          Math.floor((before - own) / spread),
        )
        return { ...cell, expected: before === 0 ? 0 : (month * own) / before, p }
      })
  })
  const ordered = tested.toSorted((one, other) => one.p - other.p)
  const last = ordered.findLastIndex(({ p }, index) => p <= (falseAlarm * (index + 1)) / ordered.length)
  return ordered.map((one, index) => ({ ...one, proposed: index <= last }))
}
