/** Numbers that look random and are the same on every machine: xorshift128 (Marsaglia 2003). */
export type Chance = {
  /** In [0, 1). */
  next(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** A version 7 id of a moment, in milliseconds since 1970. */
  idAt(moment: number): string
}

/** Four hexadecimal digits for each number below 65,536: ids are most of what is drawn. */
const FOUR = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'))
const four = (value: number) => FOUR[value & 0xffff] ?? ''

export function chance(seed: number): Chance {
  let [x, y, z, w] = [seed | 1, 362_436_069, 521_288_629, 88_675_123]
  const draw = () => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0
    return w >>> 0
  }
  const below = (limit: number) => Math.floor((draw() / 4_294_967_296) * limit)
  for (let warm = 0; warm < 16; warm++) draw()
  return {
    next: () => draw() / 4_294_967_296,
    below,
    pick(list) {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    idAt(moment) {
      const high = Math.floor(moment / 65_536)
      const [a, b] = [draw(), draw()]
      const time = `${four(high >>> 16)}${four(high)}-${four(moment)}`
      return `${time}-7${four(a).slice(1)}-8${four(a >>> 16).slice(1)}-${four(b)}${four(b >>> 16)}${four(draw())}`
    },
  }
}
