import { at, distance, type Point } from '../geometry/plane.ts'
import { edgeKey, type SplitMesh, vertexLoop } from '../geometry/split-mesh.ts'
import { LANE_STEMS, ROAD_STEMS, STREET_STEMS } from './invented-names.ts'

export interface StreetLine {
  readonly name: string
  readonly kind: 'street' | 'lane'
  /** Vertices of the mesh along the centre line, from west to east or from north to south. */
  readonly vertices: readonly number[]
  readonly points: readonly Point[]
}

interface Edge {
  readonly from: number
  readonly to: number
  readonly outer: boolean
}

/** A street goes on across a crossing while it turns less than this, radians. */
const STRAIGHT_ON = 0.6

/**
 * The centre lines around and between the blocks of a community: each border between two different compounds is a
 * street, borders on the community's edge are its main streets.
 *
 * @param blockOf which compound a face belongs to; undefined beyond the community
 * @param firstName where in the lists of names its own begin
 */
export function traceStreets(
  mesh: SplitMesh,
  faces: readonly number[],
  blockOf: (face: number) => number | undefined,
  firstName = 0,
): readonly StreetLine[] {
  const edges = streetEdges(mesh, faces, blockOf)
  const chains = [...joinStraight(mesh, edges, true), ...joinStraight(mesh, edges, false)]
  const counters = { 街: firstName, 路: firstName, 巷: firstName }
  return chains.map(({ vertices, outer }) => {
    const points = vertices.map((v) => at(mesh.vertices, v))
    const [first, last] = [at(points, 0), at(points, -1)]
    const eastWest = Math.abs(last.x - first.x) >= Math.abs(last.y - first.y)
    const suffix = outer ? (eastWest ? '路' : '街') : '巷'
    const stems = { 街: STREET_STEMS, 路: ROAD_STEMS, 巷: LANE_STEMS }[suffix]
    const name = `${at(stems, counters[suffix])}${suffix}`
    counters[suffix]++
    const forward = eastWest ? first.x <= last.x : first.y >= last.y
    return {
      name,
      kind: outer ? ('street' as const) : ('lane' as const),
      vertices: forward ? vertices : vertices.toReversed(),
      points: forward ? points : points.toReversed(),
    }
  })
}

function streetEdges(
  mesh: SplitMesh,
  faces: readonly number[],
  blockOf: (face: number) => number | undefined,
): Edge[] {
  return faces.flatMap((face) => {
    const loop = vertexLoop(mesh, face)
    return loop.flatMap((from, i): Edge[] => {
      const to = at(loop, i + 1)
      const beyond = mesh.faceLeftOf.get(edgeKey(to, from))
      const block = beyond === undefined ? undefined : blockOf(beyond)
      if (block === undefined) return [{ from, to, outer: true }]
      return block !== blockOf(face) && from < to ? [{ from, to, outer: false }] : []
    })
  })
}

function joinStraight(
  mesh: SplitMesh,
  edges: readonly Edge[],
  outer: boolean,
): { vertices: number[]; outer: boolean }[] {
  const length = (e: Edge): number => distance(at(mesh.vertices, e.from), at(mesh.vertices, e.to))
  const left = new Set(edges.filter((e) => e.outer === outer).sort((a, b) => length(b) - length(a)))
  const chains: { vertices: number[]; outer: boolean }[] = []
  for (const edge of left) {
    left.delete(edge)
    const ahead = walk(mesh, left, edge.from, edge.to)
    const behind = walk(mesh, left, edge.to, edge.from)
    chains.push({ vertices: [...behind.toReversed(), edge.from, edge.to, ...ahead], outer })
  }
  return chains
}

/** Follows the straightest edge that is left, and takes it. */
function walk(mesh: SplitMesh, left: Set<Edge>, from: number, to: number): number[] {
  const path: number[] = []
  let [previous, current] = [from, to]
  for (;;) {
    let best: { edge: Edge; next: number; turn: number } | undefined
    for (const edge of left) {
      const next = edge.from === current ? edge.to : edge.to === current ? edge.from : undefined
      if (next === undefined) continue
      const turn = turnAt(at(mesh.vertices, previous), at(mesh.vertices, current), at(mesh.vertices, next))
      if (turn < (best?.turn ?? STRAIGHT_ON)) best = { edge, next, turn }
    }
    if (best === undefined) return path
    left.delete(best.edge)
    path.push(best.next)
    previous = current
    current = best.next
  }
}

function turnAt(a: Point, b: Point, c: Point): number {
  const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x)
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
}
