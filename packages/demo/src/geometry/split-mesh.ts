import { at, centroid, distance, type Point, type Ring } from './plane.ts'

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

/**
 * Cuts a face in two. The face keeps its number for the side where nx·x + ny·y < offset; the other side gets a new one.
 * A cut that lands closer than `snapM` metres to a corner goes through that corner, as streets meet at crossings.
 * Undefined when the cut does not cross the border exactly twice.
 */
export function splitFace(mesh: SplitMesh, face: number, cut: Cut, snapM: number): number | undefined {
  const crossings = crossingsOf(faceRing(mesh, face), cut)
  const [first, second] = crossings
  if (first === undefined || second === undefined || crossings.length !== 2) return undefined
  const loop = vertexLoop(mesh, face)
  const edges = [first, second].map((c) => ({
    from: at(loop, c.edge),
    to: at(loop, c.edge + 1),
    point: c.point,
  }))
  const snapped = edges.map((e) => nearCorner(mesh, e.from, e.to, e.point, snapM))
  const apart = separable(loop, snapped[0], snapped[1])
  const [start, end] = edges.map(
    (e, i) => (apart ? snapped[i] : undefined) ?? insertVertex(mesh, e.from, e.to, e.point),
  )
  if (start === undefined || end === undefined) return undefined
  const full = vertexLoop(mesh, face)
  const one = arc(full, start, end)
  const other = arc(full, end, start)
  if (one.length < 3 || other.length < 3) return undefined
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

function nearCorner(mesh: SplitMesh, from: number, to: number, p: Point, snapM: number): number | undefined {
  const [dFrom, dTo] = [distance(at(mesh.vertices, from), p), distance(at(mesh.vertices, to), p)]
  if (Math.min(dFrom, dTo) >= snapM) return undefined
  return dFrom <= dTo ? from : to
}

/** Two corners that are the same or next to each other would leave an empty face on one side. */
function separable(loop: readonly number[], a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const gap = Math.abs(loop.indexOf(a) - loop.indexOf(b))
  return gap > 1 && gap < loop.length - 1
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
