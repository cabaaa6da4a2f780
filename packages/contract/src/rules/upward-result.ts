/** What communities and grid workers rate a subdistrict or a department on (以下评上). */
export const UPWARD_ASPECTS = ['attitude', 'style', 'effect'] as const
export type UpwardAspect = (typeof UPWARD_ASPECTS)[number]

/** How many gave one, two, three, four and five. */
export type ScoreCounts = readonly [number, number, number, number, number]
export type UpwardCounts = Readonly<Record<UpwardAspect, ScoreCounts>>

export type UpwardResult = {
  /** So many or more rated; the exact number would tell who joined or left. */
  readonly ratersAtLeast: number
  /** The mean, to the nearest whole of 1 to 5. */
  readonly bands: Readonly<Record<UpwardAspect, number>>
}

const RATER_STEPS = [3, 5, 10, 20, 50, 100, 200, 500, 1000]

const sizeOf = (counts: ScoreCounts) => counts.reduce((all, one) => all + one, 0)
const sumOf = (counts: ScoreCounts) => counts.reduce((all, one, index) => all + one * (index + 1), 0)

/**
 * What is published of a period that is over. Nothing below the smallest group; and never a mean as exact as it is: the
 * nearest whole leaves at least two possible scores for every rater, even where all gave the same, and even to somebody who
 * knows how many rated. It is made once, from ballots that are kept as counts and never one by one.
 */
export function publishUpward(counts: UpwardCounts, minimumGroup: number): UpwardResult | null {
  const size = Math.min(...UPWARD_ASPECTS.map((aspect) => sizeOf(counts[aspect])))
  if (size < Math.max(minimumGroup, RATER_STEPS[0] ?? 0)) return null
  const band = (aspect: UpwardAspect) => Math.round(sumOf(counts[aspect]) / sizeOf(counts[aspect]))
  return {
    ratersAtLeast: RATER_STEPS.findLast((step) => step <= size) ?? 0,
    bands: { attitude: band('attitude'), style: band('style'), effect: band('effect') },
  }
}

export const NO_SCORES: ScoreCounts = [0, 0, 0, 0, 0]
