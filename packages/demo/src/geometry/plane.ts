/** A point in metres, x to the east and y to the north of the district's origin. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A simple ring, anticlockwise, the last point not repeated. */
export type Ring = readonly Point[]

export function at<T>(list: readonly T[], index: number): T {
  const value = list[((index % list.length) + list.length) % list.length]
  if (value === undefined) throw new RangeError('the list is empty')
  return value
}

/** Area in m²; negative for a clockwise ring. */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, i + 1)
    sum += a.x * b.y - b.x * a.y
  }
  return sum / 2
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, p, i) => sum + distance(p, at(ring, i + 1)), 0)
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

export function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

export function centroid(ring: Ring): Point {
  const o = at(ring, 0)
  let x = 0
  let y = 0
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const a = { x: at(ring, i).x - o.x, y: at(ring, i).y - o.y }
    const b = { x: at(ring, i + 1).x - o.x, y: at(ring, i + 1).y - o.y }
    const cross = a.x * b.y - b.x * a.y
    x += (a.x + b.x) * cross
    y += (a.y + b.y) * cross
    twice += cross
  }
  return { x: o.x + x / (3 * twice), y: o.y + y / (3 * twice) }
}

export function contains(ring: Ring, p: Point): boolean {
  let inside = false
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, i + 1)
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** The stretches of the horizontal line at `y` that lie inside the ring, as [from, to] in x. */
export function spansAt(ring: Ring, y: number): (readonly [number, number])[] {
  const crossings: number[] = []
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, i + 1)
    if (a.y > y !== b.y > y) crossings.push(((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x)
  }
  crossings.sort((p, q) => p - q)
  return crossings.flatMap((from, i) => {
    const to = crossings[i + 1]
    return i % 2 === 0 && to !== undefined ? [[from, to] as const] : []
  })
}

/** A point well inside the ring: its centroid, or the middle of the widest of some horizontal stretches. */
export function interiorPoint(ring: Ring): Point {
  const centre = centroid(ring)
  if (contains(ring, centre)) return centre
  const low = Math.min(...ring.map((p) => p.y))
  const high = Math.max(...ring.map((p) => p.y))
  let best = centre
  let width = 0
  for (let step = 1; step < 20; step++) {
    const y = low + ((high - low) * step) / 20
    for (const [from, to] of spansAt(ring, y)) {
      if (to - from > width) {
        width = to - from
        best = { x: (from + to) / 2, y }
      }
    }
  }
  return best
}

/** The direction of the streets around a block, in (−45°, 45°] off east, radians: its sides vote by their length. */
export function blockAxis(ring: Ring): number {
  let x = 0
  let y = 0
  ring.forEach((a, i) => {
    const b = at(ring, i + 1)
    const quarterTurns = 4 * Math.atan2(b.y - a.y, b.x - a.x)
    x += distance(a, b) * Math.cos(quarterTurns)
    y += distance(a, b) * Math.sin(quarterTurns)
  })
  return Math.atan2(y, x) / 4
}

/** The ring drawn in by `metres` on every side, corners kept sharp. Meant for blocks whose sides are longer than that. */
export function inset(ring: Ring, metres: number): Point[] {
  return ring.map((p, i) => {
    const before = at(ring, i - 1)
    const after = at(ring, i + 1)
    const n1 = inwardNormal(before, p)
    const n2 = inwardNormal(p, after)
    const scale = metres / (1 + n1.x * n2.x + n1.y * n2.y)
    return { x: p.x + (n1.x + n2.x) * scale, y: p.y + (n1.y + n2.y) * scale }
  })
}

function inwardNormal(a: Point, b: Point): Point {
  const length = distance(a, b)
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
}

export function rotate(p: Point, radians: number): Point {
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return { x: p.x * cos - p.y * sin, y: p.x * sin + p.y * cos }
}
