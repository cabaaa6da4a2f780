import { createHash } from 'node:crypto'

/** A seeded source of numbers: the same seed gives the same district on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A number in [low, high). */
  readonly between: (low: number, high: number) => number
  /** A whole number in [low, high], both ends included. */
  readonly int: (low: number, high: number) => number
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** An independent stream, so that a change in one part of the district leaves the others as they were. */
  readonly fork: (label: string) => Random
}

/** Bob Jenkins' small fast counter generator (sfc32), seeded by a hash of the label. */
export function createRandom(label: string | number): Random {
  const digest = createHash('sha256').update(String(label)).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = digest.readInt32LE(12)
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)]
      if (chosen === undefined) throw new RangeError('cannot pick from an empty list')
      return chosen
    },
    fork: (inner) => createRandom(`${label}/${inner}`),
  }
}
