/** What a measurement says: how many a second, and the times in milliseconds within which so many per cent were answered. */
export type Timing = {
  readonly count: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** The nearest-rank percentile: the smallest value that is not less than `share` of all. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[Math.min(rank, sorted.length) - 1] ?? Number.NaN
}

export function timingOf(milliseconds: readonly number[], seconds: number): Timing {
  const sorted = Float64Array.from(milliseconds).sort()
  return {
    count: sorted.length,
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  }
}
