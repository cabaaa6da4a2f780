import { at, centroid, distance, type Point, type Ring, signedArea } from './plane.ts'

/**
 * A plane divided into faces that share their vertices. A cut adds its new vertex to the faces on *both* sides of the
 * edge it lands on, so neighbours always have identical borders: no gaps, no slivers, no tolerance, and every
 * union upward is exact.
 */
export interface SplitMesh {
  readonly vertices: Point[]
  /** Vertex numbers of each face, anticlockwise. */
  readonly faces: number[][]
  /** The face to the left of a directed edge `from:to`. */
  readonly faceLeftOf: Map<string, number>
}

/** A straight cut: the points with `nx·x + ny·y = offset`; (nx, ny) has length 1. */
export interface Cut {
  readonly nx: number
  readonly ny: number
  readonly offset: number
}

export function createMesh(ring: Ring): SplitMesh {
  const mesh: SplitMesh = { vertices: [...ring], faces: [], faceLeftOf: new Map() }
  addFace(
    mesh,
    ring.map((_, i) => i),
  )
  return mesh
}

export function faceRing(mesh: SplitMesh, face: number): Point[] {
  return vertexLoop(mesh, face).map((v) => at(mesh.vertices, v))
}

export function vertexLoop(mesh: SplitMesh, face: number): readonly number[] {
  const loop = mesh.faces[face]
  if (loop === undefined) throw new RangeError(`no face ${face}`)
  return loop
}

export const edgeKey = (from: number, to: number): string => `${from}:${to}`

/** Less ground than this is no face: cuts that nearly coincide would leave slivers, or with snapping even less than nothing. */
const LEAST_FACE_M2 = 1

/**
 * Cuts a face in two. The face keeps its number for the side where nx·x + ny·y < offset; the other side gets a new one.
 * A cut that lands closer than `snapM` metres to a corner goes through that corner, as streets meet at crossings, where
 * that leaves ground on both sides.
 * Undefined when the cut does not cross the border exactly twice or leaves a side without ground: nothing is changed.
 */
export function splitFace(mesh: SplitMesh, face: number, cut: Cut, snapM: number): number | undefined {
  const ring = faceRing(mesh, face)
  const crossings = crossingsOf(ring, cut)
  const [first, second] = crossings
  if (first === undefined || second === undefined || crossings.length !== 2) return undefined
  const exact: readonly [CutEnd, CutEnd] = [first, second]
  const snapped = [snappedTo(ring, first, snapM), snappedTo(ring, second, snapM)] as const
  const ends = [snapped, exact].find(([a, b]) => hasGround(ring, a, b) && hasGround(ring, b, a))
  if (ends === undefined) return undefined
  const loop = vertexLoop(mesh, face)
  const [start = -1, end = -1] = ends.map((e) =>
    e.corner === undefined
      ? insertVertex(mesh, at(loop, e.edge), at(loop, e.edge + 1), e.point)
      : at(loop, e.corner),
  )
  const full = vertexLoop(mesh, face)
  const one = arc(full, start, end)
  const other = arc(full, end, start)
  const below = sideOf(centroid(one.map((v) => at(mesh.vertices, v))), cut) < 0
  setFace(mesh, face, below ? one : other)
  return addFace(mesh, below ? other : one)
}

/** Where the border of a ring crosses a cut: the number of the edge and the point. */
export function crossingsOf(ring: Ring, cut: Cut): { edge: number; point: Point }[] {
  const found: { edge: number; point: Point }[] = []
  let a = at(ring, -1)
  let sa = sideOf(a, cut)
  ring.forEach((b, i) => {
    const sb = sideOf(b, cut)
    if (sa < 0 !== sb < 0) {
      const t = sa / (sa - sb)
      found.push({
        edge: (i + ring.length - 1) % ring.length,
        point: { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t },
      })
    }
    a = b
    sa = sb
  })
  return found
}

/**
 * The outer borders of a set of faces, as loops of vertex numbers: an edge with one of the faces on each side
 * cancels out, what is left is the border.
 */
export function unionLoops(mesh: SplitMesh, faces: readonly number[]): number[][] {
  const edges = new Set<string>()
  const nextOf = new Map<number, number>()
  for (const face of faces) {
    const loop = vertexLoop(mesh, face)
    loop.forEach((from, i) => {
      edges.add(edgeKey(from, at(loop, i + 1)))
    })
  }
  for (const key of edges) {
    const [from = 0, to = 0] = key.split(':').map(Number)
    if (!edges.has(edgeKey(to, from))) nextOf.set(from, to)
  }
  const loops: number[][] = []
  for (const start of nextOf.keys()) {
    const loop: number[] = []
    let vertex: number | undefined = start
    while (vertex !== undefined && nextOf.has(vertex)) {
      loop.push(vertex)
      const following: number | undefined = nextOf.get(vertex)
      nextOf.delete(vertex)
      vertex = following
    }
    if (loop.length > 0) loops.push(loop)
  }
  return loops
}

function sideOf(p: Point, cut: Cut): number {
  return p.x * cut.nx + p.y * cut.ny - cut.offset
}

/** Where a cut ends on the border: on an edge, or at a corner. Both are numbers within the ring. */
interface CutEnd {
  readonly edge: number
  readonly point: Point
  readonly corner?: number
}

function snappedTo(ring: Ring, end: CutEnd, snapM: number): CutEnd {
  const [from, to] = [end.edge, (end.edge + 1) % ring.length]
  const [dFrom, dTo] = [distance(at(ring, from), end.point), distance(at(ring, to), end.point)]
  if (Math.min(dFrom, dTo) >= snapM) return end
  const corner = dFrom <= dTo ? from : to
  return { edge: end.edge, corner, point: at(ring, corner) }
}

/** Whether the side of a ring from one end of a cut anticlockwise to the other is a piece of ground. */
function hasGround(ring: Ring, from: CutEnd, to: CutEnd): boolean {
  const before = from.corner ?? from.edge
  const until = to.corner ?? to.edge
  const corners = (until - before + ring.length) % ring.length
  const between = Array.from({ length: corners }, (_, i) => at(ring, before + 1 + i))
  const side = [from.point, ...between, ...(to.corner === undefined ? [to.point] : [])]
  return side.length >= 3 && signedArea(side) >= LEAST_FACE_M2
}

function insertVertex(mesh: SplitMesh, from: number, to: number, p: Point): number {
  const vertex = mesh.vertices.push(p) - 1
  for (const [a, b] of [
    [from, to],
    [to, from],
  ] as const) {
    const face = mesh.faceLeftOf.get(edgeKey(a, b))
    if (face === undefined) continue
    const loop = vertexLoop(mesh, face)
    setFace(mesh, face, [...loop.slice(0, loop.indexOf(a) + 1), vertex, ...loop.slice(loop.indexOf(a) + 1)])
    mesh.faceLeftOf.delete(edgeKey(a, b))
  }
  return vertex
}

function arc(loop: readonly number[], start: number, end: number): number[] {
  const from = loop.indexOf(start)
  const length = (loop.indexOf(end) - from + loop.length) % loop.length
  return Array.from({ length: length + 1 }, (_, i) => at(loop, from + i))
}

function addFace(mesh: SplitMesh, loop: number[]): number {
  const face = mesh.faces.push([]) - 1
  setFace(mesh, face, loop)
  return face
}

function setFace(mesh: SplitMesh, face: number, loop: number[]): void {
  mesh.faces[face] = loop
  loop.forEach((from, i) => {
    mesh.faceLeftOf.set(edgeKey(from, at(loop, i + 1)), face)
  })
}
