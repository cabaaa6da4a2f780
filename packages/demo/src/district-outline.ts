import { at, type Point, signedArea } from './geometry/plane.ts'
import { type Position, toPlane } from './geometry/projection.ts'
import type { Random } from './random.ts'

/** Area of the synthetic district in m²: about that of the real one (66 km²). */
export const DISTRICT_AREA_M2 = 66_000_000

// Where a district of this size and place plausibly lies; drawn by hand, not traced from any map.
const CONTROL: readonly Position[] = [
  [123.371, 41.7975],
  [123.386, 41.7945],
  [123.402, 41.799],
  [123.4175, 41.7985],
  [123.434, 41.805],
  [123.4435, 41.8155],
  [123.4565, 41.8205],
  [123.4655, 41.832],
  [123.463, 41.8445],
  [123.4715, 41.8555],
  [123.4745, 41.87],
  [123.4655, 41.8835],
  [123.449, 41.8885],
  [123.4365, 41.8985],
  [123.419, 41.8955],
  [123.4035, 41.9035],
  [123.387, 41.9],
  [123.3745, 41.891],
  [123.3625, 41.8835],
  [123.3665, 41.87],
  [123.3565, 41.858],
  [123.3605, 41.845],
  [123.3535, 41.832],
  [123.3585, 41.818],
  [123.3635, 41.8065],
]

const STEPS_BETWEEN = 9

/** The outline in metres, anticlockwise: the control points shaken a little, joined by a smooth curve. */
export function districtOutline(random: Random): Point[] {
  const shaken = CONTROL.map(toPlane).map((p) => ({
    x: p.x + random.between(-160, 160),
    y: p.y + random.between(-160, 160),
  }))
  const curve = shaken.flatMap((_, i) =>
    Array.from({ length: STEPS_BETWEEN }, (_unused, step) => catmullRom(shaken, i, step / STEPS_BETWEEN)),
  )
  return curve.map((p) => ({ x: p.x + random.between(-14, 14), y: p.y + random.between(-14, 14) }))
}

/** The factor by which lengths must grow for the ring to have the district's area. */
export function scaleToDistrict(ring: readonly Point[]): number {
  return Math.sqrt(DISTRICT_AREA_M2 / signedArea(ring))
}

function catmullRom(points: readonly Point[], i: number, t: number): Point {
  const [p0, p1, p2, p3] = [at(points, i - 1), at(points, i), at(points, i + 1), at(points, i + 2)]
  const blend = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  return { x: blend(p0.x, p1.x, p2.x, p3.x), y: blend(p0.y, p1.y, p2.y, p3.y) }
}
