import { at, type Point, perimeter, type Ring, signedArea } from './geometry/plane.ts'
import { type Cut, crossingsOf, faceRing, type SplitMesh, splitFace } from './geometry/split-mesh.ts'
import type { Random } from './random.ts'

/** A part that a face is to be divided into: how large it is against its sisters, and where it would like to lie. */
export interface Part {
  readonly key: string
  readonly weight: number
  readonly anchor: Point
}

export interface DivisionStyle {
  /** The direction of the streets here, radians anticlockwise from east. */
  readonly axis: number
  /** How far a cut may turn away from that direction, radians. */
  readonly jitter: number
  /** A cut that lands this close to a corner goes through the corner, metres. */
  readonly snapM: number
}

interface Candidate {
  readonly cut: Cut
  readonly below: readonly Part[]
  readonly above: readonly Part[]
  readonly score: number
}

/**
 * Divides a face into its parts by straight cuts along streets, largest first, each cut chosen as the one that leaves
 * the most compact pieces: city blocks, not cells of a honeycomb. Areas follow the weights; every part is one piece
 * without holes. Returns the face of each part.
 */
export function divideFace(
  mesh: SplitMesh,
  face: number,
  parts: readonly Part[],
  style: DivisionStyle,
  random: Random,
): ReadonlyMap<string, number> {
  const [only] = parts
  if (only === undefined) throw new RangeError('a face is divided into one part at least')
  if (parts.length === 1) return new Map([[only.key, face]])
  for (const candidate of candidates(faceRing(mesh, face), parts, style, random)) {
    const above = splitFace(mesh, face, candidate.cut, style.snapM)
    if (above === undefined) continue
    return new Map([
      ...divideFace(mesh, face, candidate.below, style, random),
      ...divideFace(mesh, above, candidate.above, style, random),
    ])
  }
  throw new Error(`no straight cut divides the face into ${parts.length} parts`)
}

/** Cuts along the streets first; any direction only where none of those will do. */
function* candidates(
  ring: Ring,
  parts: readonly Part[],
  style: DivisionStyle,
  random: Random,
): Generator<Candidate> {
  const streets = [0, 1, 2, 3, 4, 5].map(
    (i) => style.axis + (i % 2) * (Math.PI / 2) + random.between(-style.jitter, style.jitter),
  )
  yield* bestFirst(ring, parts, streets)
  yield* bestFirst(
    ring,
    parts,
    Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 12),
  )
}

function bestFirst(ring: Ring, parts: readonly Part[], angles: readonly number[]): Candidate[] {
  return angles.flatMap((angle) => candidateAt(ring, parts, angle) ?? []).sort((a, b) => b.score - a.score)
}

function candidateAt(ring: Ring, parts: readonly Part[], angle: number): Candidate | undefined {
  const normal = { nx: Math.cos(angle), ny: Math.sin(angle) }
  const along = (p: Point): number => p.x * normal.nx + p.y * normal.ny
  const ordered = [...parts].sort((a, b) => along(a.anchor) - along(b.anchor) || (a.key < b.key ? -1 : 1))
  const total = ordered.reduce((sum, part) => sum + part.weight, 0)
  let count = 0
  let weight = 0
  for (const part of ordered.slice(0, -1)) {
    if (count > 0 && weight + part.weight / 2 > total / 2) break
    weight += part.weight
    count++
  }
  const cut = cutAtArea(ring, normal, (weight / total) * signedArea(ring))
  if (crossingsOf(ring, cut).length !== 2) return undefined
  const score = Math.min(compactness(sideRing(ring, cut, -1)), compactness(sideRing(ring, cut, 1)))
  return { cut, below: ordered.slice(0, count), above: ordered.slice(count), score }
}

/** The cut across `normal` below which `area` m² of the ring lie, found by halving. */
function cutAtArea(ring: Ring, normal: { nx: number; ny: number }, area: number): Cut {
  const reach = ring.map((p) => p.x * normal.nx + p.y * normal.ny)
  let low = Math.min(...reach)
  let high = Math.max(...reach)
  for (let step = 0; step < 32; step++) {
    const offset = (low + high) / 2
    if (areaBelow(ring, normal.nx, normal.ny, offset) < area) low = offset
    else high = offset
  }
  return { ...normal, offset: (low + high) / 2 }
}

/** The area of the ring where nx·x + ny·y < offset. It runs some 200,000 times a district, so it makes no lists. */
function areaBelow(ring: Ring, nx: number, ny: number, offset: number): number {
  let twice = 0
  let a = at(ring, -1)
  let sa = a.x * nx + a.y * ny - offset
  const origin = { x: offset * nx, y: offset * ny }
  for (const b of ring) {
    const sb = b.x * nx + b.y * ny - offset
    if (sa < 0 || sb < 0) {
      // Seen from a point on the cut the edge along the cut itself spans no area, so it can be left out.
      const [from, to] = [sa < 0 ? 0 : sa / (sa - sb), sb < 0 ? 1 : sa / (sa - sb)]
      const cross = (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
      twice += cross * (to - from)
    }
    a = b
    sa = sb
  }
  return twice / 2
}

/** The part of the ring on one side of a cut (−1 below, 1 above). */
function sideRing(ring: Ring, cut: Cut, side: -1 | 1): Point[] {
  const kept = (p: Point): boolean => (p.x * cut.nx + p.y * cut.ny - cut.offset) * side >= 0
  const crossings = new Map(crossingsOf(ring, cut).map((c) => [c.edge, c.point]))
  return ring.flatMap((p, edge) => {
    const crossing = crossings.get(edge)
    return [...(kept(p) ? [p] : []), ...(crossing === undefined ? [] : [crossing])]
  })
}

/** 1 for a circle, 0.79 for a square, towards 0 for a strip. */
export function compactness(ring: Ring): number {
  return ring.length < 3 ? 0 : (4 * Math.PI * signedArea(ring)) / perimeter(ring) ** 2
}
