/**
 * A rate that can be checked: always with both counts, no value on an empty denominator (never 100 % of nothing),
 * and with the room that chance leaves.
 */
export type Rate = {
  readonly numerator: number
  readonly denominator: number
  /** 0 to 1; null when there is nothing to divide by. */
  readonly value: number | null
  /** 95 % Wilson interval, 0 to 1; null with the value. */
  readonly interval: readonly [low: number, high: number] | null
  /** Fewer cases than `minimum`: show the counts and “too few to say”. */
  readonly tooFewToSay: boolean
}

/** Standard normal quantile for 95 %. */
const Z95 = 1.959964

/** Below this many cases a percentage misleads: the interval at 30 is about ±18 points at its widest. A setting. */
export const TOO_FEW = 30

function assertCounts(numerator: number, denominator: number): void {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator)
  if (!whole || numerator < 0 || numerator > denominator)
    throw new RangeError('A rate divides a part by its whole')
}

/**
 * Score interval of a proportion (E. B. Wilson, 1927), sound also near 0 and 1 and for few cases.
 * @param z standard normal quantile, default 95 %
 * @param sample as how many independent cases they count for chance, where they are not; default all
 * @returns `[low, high]` within 0 to 1, or null for an empty denominator
 * @throws RangeError unless both are whole and 0 ≤ numerator ≤ denominator.
 */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  z = Z95,
  sample = denominator,
): readonly [number, number] | null {
  assertCounts(numerator, denominator)
  if (denominator === 0) return null
  const p = numerator / denominator
  const z2n = (z * z) / sample
  const centre = (p + z2n / 2) / (1 + z2n)
  const reach = (z / (1 + z2n)) * Math.sqrt((p * (1 - p)) / sample + z2n / (4 * sample))
  // The exact ends at 0 and n, which rounding would miss.
  return [numerator === 0 ? 0 : centre - reach, numerator === denominator ? 1 : centre + reach]
}

/**
 * A rate with its counts and interval.
 * @param minimum cases below which it is too few to say
 * @param sample see {@link wilsonInterval}; that many are compared with the minimum
 * @throws RangeError unless both are whole and 0 ≤ numerator ≤ denominator.
 */
export function rateOf(
  numerator: number,
  denominator: number,
  minimum = TOO_FEW,
  z = Z95,
  sample = denominator,
): Rate {
  const interval = wilsonInterval(numerator, denominator, z, sample)
  const value = denominator === 0 ? null : numerator / denominator
  return { numerator, denominator, value, interval, tooFewToSay: sample < minimum }
}
