import { type ReliabilityBin, wilsonInterval } from '@lianxin/contract'

/** A suggestion of a matter that was not learnt from: what it claimed, 0 to 1, and whether it was right. */
export type Judged = { readonly claimed: number; readonly right: boolean }

/** Points between which what is claimed is turned into how often it was right; both only ever rise. */
export type Curve = readonly { readonly claimed: number; readonly observed: number }[]

const GROUPS = 12
const FEWEST_IN_GROUP = 8

/**
 * Isotonic regression by pooling adjacent violators (Ayer and others, 1955) over groups of about equal size. A group of few is
 * drawn to the middle (one more right, one more wrong), so that no confidence is ever 0 or 1.
 */
export function fitCurve(judged: readonly Judged[]): Curve {
  const sorted = judged.toSorted((a, b) => a.claimed - b.claimed)
  const size = Math.max(FEWEST_IN_GROUP, Math.ceil(sorted.length / GROUPS))
  type Pool = { count: number; right: number; claimed: number }
  const pools: Pool[] = []
  const rate = ({ count, right }: Pool) => (right + 1) / (count + 2)
  for (let start = 0; start < sorted.length; start += size) {
    const group = sorted.slice(start, start + size)
    pools.push({
      count: group.length,
      right: group.filter(({ right }) => right).length,
      claimed: group.reduce((sum, { claimed }) => sum + claimed, 0) / group.length,
    })
    for (let last = pools.at(-1), before = pools.at(-2); last && before && rate(before) > rate(last); ) {
      const count = before.count + last.count
      const claimed = (before.claimed * before.count + last.claimed * last.count) / count
      pools.splice(-2, 2, { count, right: before.right + last.right, claimed })
      last = pools.at(-1)
      before = pools.at(-2)
    }
  }
  return pools.map((pool) => ({ claimed: pool.claimed, observed: rate(pool) }))
}

/** How often a suggestion that claims so much was right. Without a curve nothing is claimed: 0. */
export function calibrated(curve: Curve, claimed: number): number {
  const above = curve.findIndex((point) => point.claimed >= claimed)
  const upper = curve[above]
  if (!upper) return curve.at(-1)?.observed ?? 0
  const lower = curve[above - 1]
  if (!lower) return upper.observed
  const part = (claimed - lower.claimed) / (upper.claimed - lower.claimed)
  return lower.observed + part * (upper.observed - lower.observed)
}

const BINS = 10

/** The reliability table: of those that claimed between two tenths, how many were right, with the room that chance leaves. */
export function reliabilityOf(judged: readonly Judged[]): readonly ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, index) => {
    const inside = judged.filter(({ claimed }) => Math.min(BINS - 1, Math.floor(claimed * BINS)) === index)
    const count = inside.length
    const right = inside.filter((one) => one.right).length
    const [low, high] = wilsonInterval(right, count) ?? [null, null]
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      ...{ count, right, low, high },
      predicted: count === 0 ? null : inside.reduce((sum, { claimed }) => sum + claimed, 0) / count,
      observed: count === 0 ? null : right / count,
    }
  })
}
