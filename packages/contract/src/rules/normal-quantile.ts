const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Distribution function of the standard normal by its series, to machine precision for |z| < 6. */
function distribution(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17 && odd < 400; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + density(z) * sum
}

const ENOUGH = 40

/** The standard normal value below which a share `p` lies, by Newton's method. @throws RangeError unless 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a share lies between 0 and 1')
  if (p < 0.5) return -normalQuantile(1 - p)
  let z = 0
  for (let step = 0; step < ENOUGH; step += 1) {
    const change = (distribution(z) - p) / density(z)
    z -= change
    if (Math.abs(change) < 1e-13) break
  }
  return z
}
